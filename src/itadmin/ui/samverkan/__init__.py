"""The *Samverkan* window: the region as a matrix of levels, the ladder under it, and all about one of its rows."""
