"""What is asked about införande- och avvecklingsplaner: a new one, another day, an answer, an approval."""
