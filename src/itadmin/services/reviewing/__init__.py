"""The yearly review: who looks through which systems, with the program or on a sheet, and what they answer."""
