"""The window on the region at a glance."""
