"""Use cases: edit, undo, back up, read for lists and papers. Knows neither Qt nor SQLAlchemy."""
