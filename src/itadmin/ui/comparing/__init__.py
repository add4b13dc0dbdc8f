"""Two versions of a styrande dokument beside each other. `ComparisonWindow` in `window.py` is the way in."""
