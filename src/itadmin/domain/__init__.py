"""What is true of systems, agreements and organisations: fields, registers, rules, dates and money.

Standard library only. Knows neither files nor the clock: the day is always an argument.
"""
