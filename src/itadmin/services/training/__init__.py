"""Utbildning: plans and how many systems have them, who is to know what, and who has learnt it."""
