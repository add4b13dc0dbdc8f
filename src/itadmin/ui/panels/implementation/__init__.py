"""What the page of an införande- or avvecklingsplan has beside its fields, and what a system's page tells of them."""
