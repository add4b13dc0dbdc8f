"""What pages show of changes of the platform: who is told and has answered, what it costs, and what is coming."""
