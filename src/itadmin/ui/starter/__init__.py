"""The starter list to tick in: what the kommun has, what it is called here and who owns it."""
