"""Handlingar on the screen: lists, what can be done with one, sending it, and registering it when it is back."""
