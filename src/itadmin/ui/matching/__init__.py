"""The systems of neighbours held against one's own, pair by pair, each answered with one key."""
