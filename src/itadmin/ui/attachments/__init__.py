"""Attached files and addresses on the screen: everything that leads out of the program is asked about here first."""
