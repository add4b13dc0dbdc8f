"""Who has answered in a round of the yearly review and who has not, system by system, as tables to print or save."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from itadmin.services.exporting.overview import Overview
from itadmin.services.exporting.sheet import Column, Row, Sheet
from itadmin.services.reviewing.rounds import Item, Share

TITLE = "Årlig granskning"

_PEOPLE = (
    Column("Ansvarig"),
    Column("System", "whole"),
    Column("Granskade", "whole"),
    Column("Kvar", "whole"),
    Column("Klart", "day"),
)
_SYSTEMS = (
    Column("Ansvarig"),
    Column("System"),
    Column("Svar"),
    Column("Senast granskad", "day"),
    Column("Granskad av"),
    Column("Nästa granskning", "day"),
)


def review_overview(shares: Sequence[Share], since: date) -> Overview:
    """The overview of the round that began on a day."""
    number, done = sum(len(share.items) for share in shares), sum(share.done for share in shares)
    answered = sum(not share.left for share in shares)
    told = f"Granskat från och med {since}: {done} av {number} system, {answered} av {len(shares)} ansvariga är klara."
    people = tuple(map(_person, shares))
    systems = tuple(_system(share, item) for share in shares for item in share.items)
    return Overview(TITLE, told, (Sheet("Ansvariga", _PEOPLE, people), Sheet("System", _SYSTEMS, systems)))


def _person(share: Share) -> Row:
    return (share.name, len(share.items), share.done, len(share.left), share.completed_on)


def _system(share: Share, item: Item) -> Row:
    answer = "Granskat" if item.is_done(share.since) else "Kvar"
    return (share.name, item.name, answer, item.reviewed_on, item.reviewed_by, item.next_review_on)
