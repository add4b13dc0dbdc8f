"""Systems and people that may be there twice, side by side to be told apart or made one."""
