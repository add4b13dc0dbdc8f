"""Papers of one kind for many records of a list: what is asked, the work behind it, and what came of it."""
