"""What the pages of utbildningstillfällen, deltaganden and people show of who takes part in what."""
