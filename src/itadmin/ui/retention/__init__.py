"""Gallring in the window: what is past its time, and what taking it away would do, before it is done for good."""
