"""Pure calculations over records and days, each with worked examples as its tests."""
