"""The start page *Kräver åtgärd*: what is wrong or due, and one button for each thing that does what comes next."""
