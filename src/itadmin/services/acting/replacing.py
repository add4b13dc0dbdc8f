"""A new agreement instead of an old one, and the day when an agreement comes back signed.

The old agreement is replaced when the new one is signed and has begun to apply, not before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from itadmin.domain.changes import Plain
from itadmin.domain.problems import KnownError
from itadmin.domain.record import to_plain
from itadmin.services.acting.case import OVER, REGISTER, Case
from itadmin.services.acting.files import with_file
from itadmin.services.acting.plan import Edit, Plan

_OF_THE_OLD_ALONE = (
    "number",
    "registry_number",
    "signed_on",
    "notice_given_on",
    "first_term_ends_on",
    "procurement_registry_number",
    "checked_on",
)
_ROWS_OF_THE_OLD_ALONE = ("options", "attachments")
_LAST_YEAR = re.compile(r"\s*\b(?:19|20)\d\d$")


def replace_with_new(case: Case, *, number: str = "") -> Plan:
    """Draw up a new agreement like this one that is to replace it, as a draft. Raises KnownError."""
    agreement = case.agreement
    if agreement.status == "ersatt" or case.replaced_by is not None:
        by = f" av {case.replaced_by.title}" if case.replaced_by else ""
        raise KnownError(f"Avtalet ersätts redan{by}. Ändra det nya avtalet i stället.")
    if case.is_unsigned:
        raise KnownError("Avtalet är inte undertecknat än. Ändra dess villkor direkt.")
    starts_on = _begins(case)
    title = _title_of_new(agreement.title, starts_on)
    values = {
        **to_plain(agreement),
        **dict.fromkeys(_OF_THE_OLD_ALONE),
        **{name: [] for name in _ROWS_OF_THE_OLD_ALONE},
        "title": title,
        "number": number or None,
        "status": "utkast",
        "version": "1.0",
        "replaces": str(agreement.id),
        "starts_on": starts_on.isoformat() if starts_on else None,
    }
    begins = f" som gäller från {starts_on}" if starts_on else ""
    return Plan(
        f"La upp {title}, som ersätter {agreement.title}",
        (Edit(REGISTER, None, values),),
        f"Ett utkast läggs upp, {title},{begins} med samma villkor. Det gamla avtalet gäller tills det nya har börjat.",
        tuple(_notice_needed(case)),
    )


def register_signed(case: Case, *, signed_on: date, file: Plain | None = None) -> Plan:
    """Note that the agreement is signed, with the signed file (its row) if there is one. Raises KnownError."""
    agreement = case.agreement
    if signed_on > case.day:
        raise KnownError("Dagen ligger i framtiden. Ange dagen då avtalet undertecknades.")
    takes_effect = case.is_unsigned or not agreement.status
    status = {"status": "gallande"} if takes_effect else {}
    values = {"signed_on": signed_on.isoformat(), **status, **with_file(case, file, "paskrivet")}
    edits = [Edit(REGISTER, agreement.id, values)]
    told = ["Avtalet får läget Gällande." if takes_effect else f"Avtalet står som undertecknat {signed_on}."]
    remarks = [] if file is not None or _has_signed_file(case) else ["Ingen påskriven fil är bifogad."]
    old = case.replaced
    if old is not None and (takes_effect or agreement.status == "gallande"):
        if agreement.starts_on is None or agreement.starts_on <= case.day:
            edits.append(Edit(REGISTER, old.id, {"status": "ersatt"}))
            told.append(f"{old.title} får läget Ersatt.")
        else:
            remarks.append(f"{old.title} gäller tills det nya börjar {agreement.starts_on}. Avsluta det då.")
    return Plan(f"Registrerade {agreement.title} som påskrivet", tuple(edits), " ".join(told), tuple(remarks))


def _has_signed_file(case: Case) -> bool:
    return any(row.purpose == "paskrivet" for row in case.agreement.attachments)


def _begins(case: Case) -> date | None:
    """The day after the old one ends, by what is decided or else by notice in time; None when that is not known."""
    state = case.state
    end = None if state.obstacle else state.ends_on or state.earliest_end
    return None if end is None or end == date.max else end + timedelta(days=1)


def _title_of_new(title: str, starts_on: date | None) -> str:
    """The old title with the year in which the new one begins, so that one sees which is which."""
    base = _LAST_YEAR.sub("", title) or title
    return f"{base} {starts_on.year}" if starts_on else f"{title} (nytt)"


def _notice_needed(case: Case) -> Iterator[str]:
    """Say that the old one does not end by itself."""
    agreement, state = case.agreement, case.state
    goes_on = agreement.renewal_months or agreement.open_ended
    if not goes_on or agreement.notice_given_on is not None or agreement.status in OVER:
        return
    by = f", senast {state.next_notice_day}" if state.next_notice_day else ""
    yield f"Det gamla avtalet upphör inte av sig självt: säg upp det{by}."
