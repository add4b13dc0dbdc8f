"""The window of pictures of time: the calendar of agreements, the roadmap of systems, each with its table."""
