"""What the program's papers say (one module per kind of paper) and how they look on paper (`pdf`).

`content` holds the blocks every paper is built of; `numbering` gives them their numbers. Knows the domain and the
services, but neither screens nor SQL.
"""
