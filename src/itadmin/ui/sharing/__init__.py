"""Sharing with neighbours and receiving from them: the two windows, and what they tell before anything is done."""
