"""How fast the program is, as ratios against a floor or a peer that is measured in the same run.

`python -m benchmarks` prints them. Each benchmark is a module with a `measure`; `runner` holds the rules they share.
Knows the program from outside: nothing in `src` knows of this package.
"""
