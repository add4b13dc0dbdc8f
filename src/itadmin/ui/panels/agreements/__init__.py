"""The parts of an agreement's page that are written by hand."""
