"""Systems that may be the same system twice, side by side to be told apart or made one."""
