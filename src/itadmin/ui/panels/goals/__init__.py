"""What pages show of goals: how one stands and how it went, and the goals of a styrande dokument."""
