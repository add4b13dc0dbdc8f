"""What is measured in a process of its own, from its start; `benchmarks.processes` starts it."""
