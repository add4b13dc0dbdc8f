"""What is usual for styrande dokument, as proposals to change: who decides on each kind, and how long it holds. Pure.

Source: the field dossier's mapping of kinds to instanser, and the founding policy: policies hold five years and
instruktioner three to five; fullmäktige decide on the policy and kommunstyrelsen on the strategies.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from itadmin.domain.calendar import add_months

_BODIES: Mapping[str, str] = {
    "vision": "KF",
    "policy": "KF",
    "strategi": "KS",
    "program": "KF",
    "plan": "KS",
    "riktlinje": "KS",
    "regler": "KS",
    "instruktion": "forvaltningschef",
    "anvisning": "forvaltningschef",
    "rutin": "forvaltningschef",
    "reglemente": "KF",
    "taxa": "KF",
}
_YEARS: Mapping[str, int] = {"policy": 5, "strategi": 5, "instruktion": 3, "anvisning": 3, "rutin": 3}
_POLICY_WITH_STRATEGIES = "it_policy"
_MONTHS_TO_REVISE = 6


@dataclass(frozen=True, slots=True)
class ProposedDecision:
    """A decision that is usual: the code of its instans, and what of the document it is about ("" is all of it)."""

    body: str
    part: str = ""


def usual_decisions(kind: str, template: str) -> tuple[ProposedDecision, ...]:
    """The decisions each kommun usually makes on a document; none is known for other kinds."""
    if template == _POLICY_WITH_STRATEGIES:
        return ProposedDecision("KF", "Policyn"), ProposedDecision("KS", "Strategierna")
    body = _BODIES.get(kind)
    return (ProposedDecision(body),) if body else ()


def usual_years(kind: str) -> int | None:
    """How many years a document of a kind usually holds; None when nothing is usual."""
    return _YEARS.get(kind)


@dataclass(frozen=True, slots=True)
class ProposedValidity:
    """From when until when a document of its kind usually holds, and by when it is looked over; both days included."""

    years: int
    valid_from: date
    valid_until: date
    revise_by: date


def usual_validity(kind: str, begins: date) -> ProposedValidity | None:
    """How long a document that begins to hold on a day usually does, looked over half a year before; or None."""
    years = usual_years(kind)
    if years is None:
        return None
    end = add_months(begins, 12 * years) - timedelta(days=1)
    return ProposedValidity(years, begins, end, add_months(end, -_MONTHS_TO_REVISE))
