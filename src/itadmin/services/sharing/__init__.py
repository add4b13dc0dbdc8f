"""Sharing with neighbours: profiles, the share file that is made, its password, and what has been sent before."""
