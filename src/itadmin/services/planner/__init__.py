"""The days of the kommun's year: activities, days of agreements and systems, and all of them as a calendar."""
