"""Windows about utbildningstillfällen: the calendar of a month, and who lacks which moment."""
