"""The generic screens of a register: list, record page, editors and history. Names no register."""
