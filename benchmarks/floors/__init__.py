"""The other side of each ratio: the least that could do the same work, or a peer that does it."""
