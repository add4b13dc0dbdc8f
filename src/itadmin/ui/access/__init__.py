"""Rights on the screen: who has what in which system on a day, and the yearly review of it."""
