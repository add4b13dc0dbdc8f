"""The Gantt window of a plan, or of all that are under way: bars that are moved with the mouse and the keys."""
