"""What the pages of utbildningsplaner and systems have of training beside their fields."""
