"""The window that a meeting is held with: the agenda in large type, and decisions taken down as they are made."""
