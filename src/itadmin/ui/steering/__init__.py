"""Styrande dokument: their chapters are written here."""
