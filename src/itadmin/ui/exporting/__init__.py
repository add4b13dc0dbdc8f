"""Exporting and printing what a list shows: the dialog, the work behind it, and the commands of the window."""
