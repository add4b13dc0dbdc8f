"""A meeting of those who cooperate: its agenda, made from the register, and the decisions that are taken at it."""
