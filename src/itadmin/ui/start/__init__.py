"""The welcome page: what is shown when no register is open. Loaded before the first paint, so it must stay light."""
