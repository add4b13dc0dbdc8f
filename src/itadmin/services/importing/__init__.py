"""Taking in a table that somebody else has made: which column is which field, what rows would change, and doing it."""
