"""Samverkansärenden: what each kommun has said, what is left to decide, and how a case begins."""
