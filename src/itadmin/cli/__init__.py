"""The command line: the same services as the window, without Qt. Described in `docs/command-line.md`."""
