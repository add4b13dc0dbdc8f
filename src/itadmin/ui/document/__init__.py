"""The document window: a paper as it will print, what it lacks, and making its file."""
