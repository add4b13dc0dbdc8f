"""Help that is read without a network: pages of Swedish text that come with the program."""
