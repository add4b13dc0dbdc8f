"""The value lists of a register, worded as the kommun words them."""
