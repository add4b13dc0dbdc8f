"""The names that texts ask for, offered where a value is begun, each with what it is and an example."""

from __future__ import annotations

from itadmin.documents.variables import known_variables
from itadmin.domain.text import fold
from itadmin.ui.completing_line import Offer, Offers
from itadmin.ui.register.special import Beside, Special, Writing
from itadmin.ui.session import Session


def _names(_session: Session, _beside: Beside) -> Offers:
    """The known names, found by what they are called too."""

    def offered(words: str) -> list[Offer]:
        return [
            Offer(variable.name, variable.name, variable.label)
            for variable in sorted(known_variables().values(), key=lambda variable: variable.name)
            if fold(words) in fold(f"{variable.name} {variable.label}")
        ]

    return offered


SPECIAL = Special(writing=Writing(words={"name": _names}))
