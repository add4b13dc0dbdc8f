"""The versions of the register file, oldest first. A released one is never edited."""
