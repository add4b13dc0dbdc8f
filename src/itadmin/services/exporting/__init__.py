"""Making files for other programs of what a register holds: workbooks, separated text, JSON."""
