"""What is special of the page of a gallringsfrist: the way to what it says is to go."""

from __future__ import annotations

from itadmin.ui.register.special import Action, Head, Papers, Special

SPECIAL = Special(
    head=Head(tells=("months", "decision", "decided_on")),
    papers=Papers(action=Action("Gallra…", lambda session, _rule: session.guide.do_command("retention"), "broom")),
)
