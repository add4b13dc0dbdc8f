"""Competence of the IT staff on the screen: the heat map with its depth, and courses that kommuner give together."""
