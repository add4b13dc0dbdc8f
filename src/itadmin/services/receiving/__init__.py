"""Receiving what neighbours share: files are read, held against what is here, shown, taken in and taken back."""
