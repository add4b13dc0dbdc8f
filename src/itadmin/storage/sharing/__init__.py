"""Share files: what they look like inside, how one is made of a register, and how one is read that nobody trusts."""
