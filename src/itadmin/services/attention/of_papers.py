"""Lines about agreements as papers: drafts that lie, what is sent and not signed, and PUB-avtal not looked into."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from itadmin.domain.calculations.attention import Act
from itadmin.domain.calculations.classification import REVIEW_MONTHS
from itadmin.domain.calculations.notice import State
from itadmin.domain.calendar import months_from, spoken_day
from itadmin.domain.keys import Key
from itadmin.services.attention.known import Known
from itadmin.services.attention.telling import Told
from itadmin.storage.queries.attention import PATIENCE
from itadmin.storage.queries.attention_agreements import AgreementTime

_DRAFTS = ("utkast", "forhandling")
_SENT = "invantar_underskrift"
_UNCHECKED = "pub_avtal_ej_kontrollerat"
_PROCESSING = ("pub_avtal", "underbitradesavtal")


def of_papers(known: Known) -> Iterator[tuple[Key, Told]]:
    """What is to be done about each agreement as a paper."""
    told_by_paper = {paper.about for paper in known.facts.papers_away.values()}
    for key, agreement in known.facts.agreements.items():
        if agreement.status == _SENT and key in told_by_paper:
            continue
        changed = known.facts.last_changes.get(key)
        told = (
            _draft(agreement, changed, known.day)
            if agreement.status in _DRAFTS
            else _unsigned(agreement, changed, known.day)
            if agreement.status == _SENT
            else _unchecked(known, key, agreement)
        )
        if told is not None:
            yield key, told


def _draft(agreement: AgreementTime, changed: date | None, today: date) -> Told | None:
    """That a draft is soon to hold, or that nobody has touched it for long."""
    starts_on = agreement.terms.starts_on
    if starts_on is not None and starts_on - today <= PATIENCE:
        when = "skulle gälla" if starts_on < today else "ska gälla"
        reason = f"Avtalet är inte klart, men {when} från och med {spoken_day(starts_on, today)}."
        return Told("utkast_ska_galla", reason, starts_on, field="status")
    if changed is None or today - changed < PATIENCE:
        return None
    reason = f"Avtalet är inte klart och har legat orört sedan {spoken_day(changed, today)}."
    return Told("utkast_ligger", reason, field="status", occasion=changed.isoformat())


def _unsigned(agreement: AgreementTime, changed: date | None, today: date) -> Told:
    """That a paper is away for signature; at the latest when it is to hold, it should have come back."""
    away = changed + PATIENCE if changed else None
    starts_on = agreement.terms.starts_on
    due = min((day for day in (starts_on, away) if day is not None), default=None)
    late = f", fast det gäller från och med {spoken_day(starts_on, today)}" if starts_on and starts_on <= today else ""
    reason = f"Avtalet inväntar underskrift{late}."
    occasion = starts_on.isoformat() if starts_on else ""
    return Told("vantar_pa_underskrift", reason, due, field="signed_on", act=Act.SIGN, occasion=occasion)


def _unchecked(known: Known, key: Key, agreement: AgreementTime) -> Told | None:
    """That nobody has looked for a year into how a personuppgiftsbiträde keeps to the agreement."""
    standing = known.standings.get(key)
    if agreement.kind not in _PROCESSING or standing is None or standing.state is State.ENDED:
        return None
    if agreement.checked_on is None:
        starts_on = agreement.terms.starts_on
        if starts_on is not None and known.day <= months_from(starts_on, REVIEW_MONTHS):
            return None
        reason = "Ingen kontroll av hur biträdet följer avtalet är noterad."
        return Told(_UNCHECKED, reason, field="checked_on", act=Act.FILL_IN)
    due = months_from(agreement.checked_on, REVIEW_MONTHS)
    if due > months_from(known.day, 1):
        return None
    when = "skulle ha kontrollerats" if due < known.day else "ska kontrolleras"
    reason = f"Hur biträdet följer avtalet {when} senast {spoken_day(due, known.day)}."
    return Told(_UNCHECKED, reason, due, field="checked_on", act=Act.FILL_IN)
