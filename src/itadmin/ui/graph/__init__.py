"""The dependency view: what a system depends on and what depends on it, drawn and as an indented list."""
