"""Utbildningsplaner on the screen: målgrupper and moment as one table, and which systems have a plan."""
