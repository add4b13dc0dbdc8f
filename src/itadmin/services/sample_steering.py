"""The IT-policy that the sample kommuner have together: two versions, what each of them has decided, and own additions.

Each kommun has the policy in its own file and notes there what it knows of the neighbours' decisions. The look that a
kommun's papers have stands here too; its colour is none of the kommun's own, and there is no vapen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from itadmin.domain.calculations.adoption import MADE
from itadmin.domain.changes import Change
from itadmin.domain.identifiers import municipality_id
from itadmin.services.sample_data import Catalogue, Place
from itadmin.services.sample_values import addition, sample_id

_TITLE = "IT-policy med strategier"
_COUNCIL, _BOARD = ("KF", "Policyn"), ("KS", "Strategierna")
_WAITS, _BACK = "vantar", "aterremitterad"
_COLOURS = {"1438": "#4A5568", "1439": "#5B4A68", "1460": "#3F5F5B", "1461": "#34566F", "1492": "#5F5138"}
_COMMON: Mapping[str, Any] = {
    "title": _TITLE,
    "kind": "policy",
    "applies_to": "Alla nämnder och styrelser",
    "responsible_function": "IT-chef",
    "revision_responsible": "IT-chefsgruppen",
    "follow_up_responsible": "Kommunstyrelsen",
}
_PERIODS = (
    {"valid_from": "2021-07-01", "valid_until": "2026-12-31", "revise_by": "2026-06-30"},
    {"valid_from": "2027-01-01", "valid_until": "2031-12-31", "revise_by": "2031-06-30"},
)
_LOCAL = (
    (
        "kompetens",
        "Kompetens",
        "Nyanställda i {town} går introduktionen i IT under sin första månad. Chefen anmäler dem till servicedesk.",
    ),
    (
        "finansiering",
        "Finansiering",
        "I {town} begär förvaltningen pengar till nya system i budgeten, efter samråd med {it_unit}.",
    ),
)


class _Decided(NamedTuple):
    """What an instans has decided: its state, and the day and paragraph if it has met."""

    status: str
    day: str = ""
    paragraph: str = ""


_FIRST_ROUND = {
    "1438": _Decided(MADE, "2021-06-16", "§ 47"),
    "1439": _Decided(MADE, "2021-06-23", "§ 81"),
    "1460": _Decided(MADE, "2021-05-26", "§ 55"),
    "1461": _Decided(MADE, "2021-06-23", "§ 62"),
    "1492": _Decided(MADE, "2021-06-22", "§ 104"),
}
_SECOND_ROUND = {
    "1438": (_Decided(MADE, "2026-09-30", "§ 71"), _Decided(MADE, "2026-09-09", "§ 133")),
    "1439": (_Decided(MADE, "2026-10-21", "§ 96"), _Decided(_WAITS)),
    "1460": (_Decided(MADE, "2026-09-23", "§ 84"), _Decided(MADE, "2026-09-02", "§ 210")),
    "1461": (_Decided(MADE, "2026-10-21", "§ 88"), _Decided(MADE, "2026-10-07", "§ 164")),
    "1492": (_Decided(_BACK, "2026-10-28", "§ 151"), _Decided(_WAITS)),
}
"""What fullmäktige and then the styrelse of each kommun have decided about the second version."""


def policy_id(place: Place, version: int = 2) -> UUID:
    """The id of a version of the policy in the file of a kommun, the newest if nothing else is said."""
    return sample_id(place, "steering_documents", "policy", str(version))


def steering(catalogue: Catalogue, place: Place) -> Iterator[Change]:
    """The look of a kommun's papers, and both versions of its IT-policy with decisions and additions of its own."""
    yield _look(place)
    everyone = {"municipalities": [str(municipality_id(code)) for code in sorted(catalogue.places)]}
    has_adopted = all(decided.status == MADE for decided in _SECOND_ROUND[place.code])
    states = ("faststalld", "faststalld" if has_adopted else "remiss")
    for number, (status, period) in enumerate(zip(states, _PERIODS, strict=True), 1):
        own = {"version": f"{number}.0", "status": status, **period}
        if number > 1:
            own |= {"template": "it_policy", "replaces": str(policy_id(place, number - 1))}
        if status != "remiss":
            own["publication"] = f"https://www.{place.domain}/styrande-dokument"
            own["registry_number"] = place.registry_number("ks", 2021 if number == 1 else 2026, 118)
        yield addition("steering_documents", policy_id(place, number), {**_COMMON, **everyone, **own})
    for code in sorted(catalogue.places):
        yield from _decisions(place, catalogue.places[code])
    for key, heading, text in _LOCAL:
        yield _addition_to(place, key, heading, text.format(town=place.town, it_unit=place.it_unit))


def _decisions(place: Place, decider: Place) -> Iterator[Change]:
    """What a kommun has decided about both versions, as it is noted in the file of another or of itself."""
    rounds = {
        1: ((_COUNCIL, _FIRST_ROUND[decider.code]),),
        2: tuple(zip((_COUNCIL, _BOARD), _SECOND_ROUND[decider.code], strict=True)),
    }
    for number, asked in rounds.items():
        for (body, part), decided in asked:
            values: dict[str, Any] = {
                "document": str(policy_id(place, number)),
                "municipality": str(municipality_id(decider.code)),
                "body": body,
                "status": decided.status,
                "part": part if number > 1 else "",
            }
            if decided.day:
                year = int(decided.day[:4])
                number_there = decider.registry_number("ks", year, 118)
                values |= {"decided_on": decided.day, "paragraph": decided.paragraph, "registry_number": number_there}
            words = ("policy", str(number), decider.code, body)
            yield addition("steering_decisions", sample_id(place, "steering_decisions", *words), values)


def _addition_to(place: Place, key: str, heading: str, text: str) -> Change:
    values = {
        "document": str(policy_id(place)),
        "municipality": str(municipality_id(place.code)),
        "key": key,
        "heading": heading,
        "manner": "tillagg",
        "text": text,
    }
    return addition("steering_chapters", sample_id(place, "steering_chapters", "policy", key), values)


def _look(place: Place) -> Change:
    values = {
        "name": place.name,
        "organisation": str(municipality_id(place.code)),
        "accent": _COLOURS[place.code],
        "address": place.address,
        "footer": f"kommun@{place.domain} · www.{place.domain}",
    }
    return addition("paper_profiles", sample_id(place, "paper_profiles", "own"), values)
