"""The import wizard: which file, which column is what, what would change, and doing it."""
