"""The window on a kostnadsfördelning: alternatives as bars, what each carries as a table, and adopting it."""
