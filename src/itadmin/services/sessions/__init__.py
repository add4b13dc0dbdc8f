"""Utbildningstillfällen: which there are, how full they are, what collides, and signing people up to them."""

from itadmin.services.sessions.occasions import REGISTER, Asked, Occasion, occasion, occasions
from itadmin.services.sessions.words import seats_in_words, time_in_words

__all__ = ["REGISTER", "Asked", "Occasion", "occasion", "occasions", "seats_in_words", "time_in_words"]
