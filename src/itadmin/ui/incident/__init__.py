"""The window for the night of a supplier incident."""
