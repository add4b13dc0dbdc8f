"""The letter that appoints: who appoints whom, what belongs to each role, and what it cannot be without."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pypdfium2
import pytest

from itadmin.documents.catalogue import IncompleteError, prepare
from itadmin.documents.making import make
from itadmin.documents.role_assignment import KINDS
from itadmin.documents.templates import shipped_template
from itadmin.domain.fields import LongText, Text
from itadmin.domain.problems import KnownError
from itadmin.domain.record import stored_fields
from itadmin.domain.registers import REGISTERS
from itadmin.domain.values import LISTS

TYPE = "role_assignment"
LONG = ("<b>Roll</b> & {{roll}} %s\\n \U0001f600 漢字 \u202e\x00\x07 " * 2300)[:100_000]
OWNER, MANAGER = UUID(int=14), UUID(int=15)


@pytest.fixture
def appointed(example: Any) -> Any:
    """The example with a systemägare and a systemansvarig who have held their roles since 2026."""
    started = {"starts_on": "2026-12-01"}
    return example.change("roles", OWNER, **started).change(
        "roles", MANAGER, **started, organisation=str(example.ids["economy"])
    )


@pytest.fixture
def said(words_of: Any) -> Any:
    """What the letter of a role of an example says."""
    return lambda example, role: words_of(TYPE, example.reading, role)


def test_the_letter_as_text(appointed: Any, text_of: Any, matches_expected: Any) -> None:
    made = prepare(TYPE, appointed.reading, MANAGER, draft=False)
    assert made.missing == ()
    assert made.file_name == "Uppdragsbrev_Systemansvarig_Kvarnen_2026-11-22.pdf"
    matches_expected("role_assignment.txt", text_of(made.paper))


@pytest.mark.parametrize("role", [OWNER, MANAGER])
def test_it_is_valid_and_the_same_each_time(appointed: Any, role: UUID, faults: Any) -> None:
    content = make(TYPE, appointed.reading, role, draft=False)
    assert faults(content) == []
    assert content == make(TYPE, appointed.reading, role, draft=False)
    with pypdfium2.PdfDocument(content) as document:
        assert len(document) == 1


def test_a_systemagare_is_appointed_by_its_namnd(appointed: Any, said: Any) -> None:
    told = said(appointed, OWNER)
    assert "Melleruds kommun, Kommunstyrelsen utser härmed Ekonomichef till systemägare för Kvarnen." in told
    assert "För den som utser: Melleruds kommun / Kommunstyrelsen\n  Behörig enligt delegationsordningen" in told
    assert "För den som får uppdraget: Melleruds kommun / Kommunstyrelsen, Ekonomienheten\n  Ekonomichef" in told


def test_where_no_namnd_is_known_the_kommun_appoints(appointed: Any, said: Any) -> None:
    assert "Melleruds kommun utser härmed" in said(appointed.change("roles", OWNER, organisation=None), OWNER)


@pytest.mark.parametrize("kind", KINDS)
def test_every_role_has_duties(kind: str) -> None:
    template = shipped_template(TYPE)
    assert len([key for key in template.passages if key.startswith(f"{kind}.")]) >= 3
    assert template.heading(kind) == LISTS["roll"][kind]


@pytest.mark.parametrize("role", [OWNER, MANAGER])
def test_the_duties_are_those_of_the_role(appointed: Any, said: Any, role: UUID) -> None:
    told = said(appointed, role)
    assert ("Svara för systemets budget" in told) is (role == OWNER)
    assert ("Förvalta systemet från dag till dag" in told) is (role == MANAGER)


@pytest.mark.parametrize(
    ("last", "sentence"),
    [
        (None, "Det gäller tills vidare."),
        ("2027-06-30", "Det upphör utan särskilt besked efter den 30 juni 2027."),
        ("2026-11-22", "Det upphör utan särskilt besked efter den 22 november 2026."),
        ("2026-11-21", "Uppdraget upphörde efter den 21 november 2026."),
    ],
)
def test_how_long_it_lasts(appointed: Any, said: Any, last: str | None, sentence: str) -> None:
    assert sentence in said(appointed.change("roles", MANAGER, starts_on="2026-01-01", ends_on=last), MANAGER)


@pytest.mark.parametrize(
    ("last", "day", "is_told"),
    [
        (None, date(2026, 11, 22), True),
        ("2026-11-30", date(2026, 11, 22), False),
        ("2026-12-31", date(2026, 11, 22), True),
        ("2026-12-31", date(2027, 1, 1), False),
    ],
)
def test_others_are_told_who_have_roles_when_this_one_is_held(
    appointed: Any, said: Any, last: str | None, day: date, is_told: bool
) -> None:
    held = appointed.change("roles", MANAGER, starts_on="2026-01-01", ends_on=last).read_as(day=day)
    assert ("Systemansvarig: Kim Exempel, Systemförvaltare" in said(held, OWNER)) is is_told


def test_a_role_that_is_over_tells_who_had_the_others_then(appointed: Any, said: Any) -> None:
    past = {"starts_on": "2020-01-01", "ends_on": "2025-12-31"}
    both = appointed.change("roles", OWNER, **past).change("roles", MANAGER, **past)
    assert "Systemägaren, Ekonomichef, utser" in said(both, MANAGER)
    assert "Systemansvarig: Kim Exempel" in said(both, OWNER)


@pytest.mark.parametrize(
    ("values", "label", "field"),
    [
        ({"system": None}, "System", "system"),
        ({"function": None}, "Vem som får uppdraget", "person"),
        ({"starts_on": None}, "Från och med", "starts_on"),
    ],
)
def test_what_it_cannot_be_without(
    appointed: Any, values: dict[str, Any], label: str, field: str, faults: Any, lacks: Any
) -> None:
    lacking = appointed.change("roles", OWNER, **values)
    assert lacks(TYPE, lacking.reading, OWNER) == {label: ("roles", OWNER, field)}
    with pytest.raises(IncompleteError, match=label):
        make(TYPE, lacking.reading, OWNER, draft=False)
    assert faults(make(TYPE, lacking.reading, OWNER, draft=True)) == []


def test_without_a_systemagare_nobody_can_appoint(appointed: Any, lacks: Any) -> None:
    ended = appointed.change("roles", OWNER, starts_on="2020-01-01", ends_on="2026-01-01")
    assert lacks(TYPE, ended.reading, MANAGER) == {
        "Systemägare som utser": ("systems", appointed.system, "system_owner")
    }


def test_anything_may_be_typed_anywhere(appointed: Any, faults: Any) -> None:
    typed = {
        name: LONG if isinstance(field, LongText) else LONG[:300]
        for name, field in stored_fields(REGISTERS["roles"].record).items()
        if isinstance(field, (Text, LongText))
    }
    chosen = appointed.change("roles", OWNER, **typed).with_system(name=LONG[:300], purpose=LONG)
    chosen = chosen.change("organisations", chosen.ids["board"], name=LONG[:300])
    for role in (OWNER, MANAGER):
        assert faults(make(TYPE, chosen.reading, role, draft=True)) == []


def test_nobody_is_appointed_to_some_roles(appointed: Any) -> None:
    contact = appointed.adding("roles", {"id": 77, "kind": "leverantorskontakt", "function": "Säljare"})
    with pytest.raises(KnownError, match="Uppdragsbrev görs inte för rollen Leverantörskontakt"):
        prepare(TYPE, contact.reading, UUID(int=77), draft=True)
    with pytest.raises(KnownError, match="Välj vilken roll"):
        prepare(TYPE, appointed.reading, None, draft=True)
