"""Electronic signatures on the screen: those that a PDF has, and signing one with a certificate file."""
