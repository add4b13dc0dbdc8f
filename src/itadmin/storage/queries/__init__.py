"""What is asked of a register beside its lists and records: one module for each theme, plain values in and out."""
