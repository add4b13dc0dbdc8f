"""What the page of a samverkansärende has of its own: deeds, stances of the kommuner, cost and beslut."""
