"""What the page of a styrande dokument has beside its fields: decisions, versions, and what is done with it."""
