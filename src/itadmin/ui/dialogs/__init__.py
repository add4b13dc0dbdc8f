"""Dialogs: what is asked or told beside the pages. They never hold work that could be lost by closing them."""
