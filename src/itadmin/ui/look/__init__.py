"""How the program looks: colours, type, measures, icons and the style sheet.

Must not know registers, services or what any screen holds.
"""
