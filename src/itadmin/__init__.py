"""itadmin: the program small Swedish municipalities run their IT administration with."""

__version__ = "0.1.0"
