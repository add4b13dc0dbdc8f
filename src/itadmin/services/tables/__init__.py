"""Tables that others have made: Excel files and delimited text, read into plain rows. Knows no register."""
