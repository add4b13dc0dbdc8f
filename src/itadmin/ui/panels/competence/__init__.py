"""What pages tell of competence: the network and the gaps of an area, and why a system's competence is hard to keep."""
