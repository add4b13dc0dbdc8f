"""Gallring: what is kept too long, what taking it away would do, and taking it away for good."""
