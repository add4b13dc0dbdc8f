"""Sheets about changes of the platform: which systems and förvaltningar are touched, and what one of them answers."""
