"""What has been done to the register, and the ways back: histories, changes in a period, earlier days."""
