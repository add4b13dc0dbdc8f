"""The parts of a system's page that are written by hand."""
