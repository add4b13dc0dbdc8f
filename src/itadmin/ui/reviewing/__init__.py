"""The yearly review on the screen: who has what to look through, one system at a time, sheets out and answers in."""
