"""What is done with an agreement, in one dialog: the acts that can be done, what each leads to, and doing it."""
