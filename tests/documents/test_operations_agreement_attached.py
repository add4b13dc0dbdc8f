"""Which appendices of a driftavtal are papers of their own, and what stands in those that are made with it."""

from typing import Any
from uuid import UUID

import pytest

from itadmin.documents.catalogue import prepare
from itadmin.documents.operations_agreement_attached import numbered
from itadmin.domain.registers.agreement_rows import AppendixRow

PRIVACY = {"kind": "instruktion", "publicity": "oppen"}
DOCUMENTATION = {"kind": "driftdokumentation", "publicity": "sekretessprovas"}
TRAINING = {"kind": "utbildningsplan"}


def made(example: Any, *, draft: bool = False) -> Any:
    return prepare("operations_agreement", example.reading, example.agreement, draft=draft)


def whole(example: Any) -> Any:
    """A driftöverenskommelse with everything an instruktion asks for."""
    return example.agreed(appendices=[PRIVACY, DOCUMENTATION, TRAINING]).with_system(
        controller=str(example.ids["board"]),
        processing_purpose="Utbetalningar och redovisning.",
        legal_basis="rattslig_forpliktelse",
        data_subjects="medborgare och personal",
        data_categories="kontaktuppgifter",
        sensitive_personal_data=False,
        third_country=False,
        retention="sju år",
        security_measures="HEMLIGT SKYDD",
        user_guide="finns",
    )


@pytest.mark.parametrize(
    ("row", "within", "between"),
    [
        ({"kind": "instruktion"}, True, False),
        ({"kind": "utbildningsplan"}, True, True),
        ({"kind": "utbildningsplan", "registry_number": "KS 1"}, False, False),
        ({"kind": "utbildningsplan", "publicity": "sekretessprovas"}, False, False),
        ({"kind": "driftdokumentation"}, False, False),
        ({"kind": "pub_avtal"}, False, False),
        ({"kind": "annan"}, False, False),
    ],
)
def test_what_is_made_with_the_agreement(row: dict[str, str], within: bool, between: bool) -> None:
    for within_one, expected in ((True, within), (False, between)):
        (appendix,) = numbered([AppendixRow(**row)], 4, within_one=within_one)
        assert (appendix.number, appendix.made) == (5, expected)


def test_of_two_alike_the_first_is_made_and_titles_are_kept() -> None:
    rows = [AppendixRow(kind="utbildningsplan"), AppendixRow(kind="utbildningsplan", title="Kursplan")]
    found = numbered(rows, 3, within_one=True)
    assert [(each.number, each.title, each.made) for each in found] == [(4, "Utbildning", True), (5, "Kursplan", False)]


def test_the_list_of_appendices_and_every_reference_are_true(internal: Any, text_of: Any) -> None:
    paper = made(whole(internal)).paper
    text = text_of(paper)
    assert [appendix.label for appendix in paper.appendices] == [f"Bilaga {number}" for number in (1, 2, 3, 4, 5, 7)]
    for line in (
        "5 | Instruktion för personuppgifter | I denna handling | –",
        "6 | Driftdokumentation | Egen handling, sekretessprövas | –",
        "7 | Utbildning | I denna handling | –",
        "Bilaga 6 är en egen handling. Bilaga 6 sekretessprövas innan den lämnas ut.",
        "enligt Systemägarens instruktion i bilaga 5.",
        "Hur den är ordnad framgår av bilaga 7.",
        "## Bilaga 5 Instruktion för personuppgifter",
        "## Bilaga 7 Utbildning",
    ):
        assert line in text


def test_the_instruktion_of_a_kommun_to_its_own_unit(internal: Any, text_of: Any) -> None:
    text = text_of(made(whole(internal)).paper).split("## Bilaga 5")[1].split("## Bilaga 7")[0]
    for line in (
        "Personuppgiftsansvarig: Kommunstyrelsen",
        "Ändamål med behandlingen: Utbetalningar och redovisning.",
        "Registrerade: Medborgare och personal",
        "Känsliga personuppgifter: Nej",
        "Skyddsåtgärder: Beskrivs i bilaga 6.",
        "– Driftenheten visar på begäran hur instruktionen följs.",
        "hänvisas till Systemägaren, och Driftenheten hjälper till att svara.",
        "Instruktionen gäller lika länge som överenskommelsen",
    ):
        assert line in text
    assert "HEMLIGT" not in text


def test_protection_is_told_where_the_paper_is_not_open_and_else_where_it_is(internal: Any, text_of: Any) -> None:
    closed = whole(internal).agreed(publicity="intern")
    assert "Skyddsåtgärder: HEMLIGT SKYDD" in text_of(made(closed).paper)
    alone = whole(internal).agreed(appendices=[PRIVACY])
    assert "Skyddsåtgärder: Beskrivs i Driftenhetens driftdokumentation." in text_of(made(alone).paper)


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("processing_purpose", "Ändamål med personuppgifterna i Kvarnen"),
        ("data_subjects", "Registrerade i Kvarnen"),
        ("data_categories", "Kategorier av personuppgifter i Kvarnen"),
    ],
)
def test_what_an_instruktion_must_say_is_missed(internal: Any, field: str, told: str) -> None:
    (gap,) = made(whole(internal).with_system(**{field: None})).missing
    assert (gap.label, gap.where, gap.field, gap.record_id) == (told, "Bilaga 5", field, internal.system)


def test_without_personal_data_the_instruktion_says_so(internal: Any, text_of: Any) -> None:
    text = text_of(made(whole(internal).with_system(personal_data=False)).paper)
    assert "Systemet behandlar inte personuppgifter.\n\n## Bilaga 7" in text


def test_two_kommuner_have_a_personuppgiftsbitradesavtal_of_its_own(example: Any, text_of: Any) -> None:
    paper = made(example).paper
    assert "5 | Personuppgiftsbiträdesavtal | Egen handling | KS 2026/0148" in text_of(paper)
    assert [appendix.label for appendix in paper.appendices] == [f"Bilaga {number}" for number in (1, 2, 3, 4, 7)]


def test_the_adopted_plan_of_the_system_is_told_with_its_moment(example: Any, text_of: Any) -> None:
    plan = {"id": 60, "title": "Utbildningsplan", "system": str(example.system), "version": "2.0"}
    module = {
        "id": 61,
        "title": "Grundkurs",
        "plan": str(UUID(int=60)),
        "code": "KV-1",
        "form": "lararledd",
        "minutes": 90,
        "demands": [{"audience": code, "demand": "fore_behorighet"} for code in ("slutanvandare", "vikarie")],
    }
    draft = example.adding("training_plans", {**plan, "status": "utkast"}).adding("training_modules", module)
    assert "KV-1" not in text_of(prepare("operations_agreement", draft.reading, draft.agreement, draft=False).paper)
    adopted = draft.change("training_plans", UUID(int=60), status="faststalld", adopted_on="2026-03-01")
    told = text_of(prepare("operations_agreement", adopted.reading, adopted.agreement, draft=False).paper)
    assert "Utbildningsplan: Version 2.0, fastställd 2026-03-01" in told
    assert "KV-1 Grundkurs | Lärarledd | 1 tim 30 min | Slutanvändare, vikarie" in told.replace("\u00a0", " ")


def test_how_training_is_agreed(example: Any, text_of: Any) -> None:
    changed = example.agreed(environments="produktion, utbildning", operators_with_competence=None).with_system(
        user_guide="inaktuell"
    )
    text = text_of(made(changed).paper).split("## Bilaga 7 Utbildning")[1]
    for line in (
        "Utbildar användarna: Systemansvarig",
        "Miljö att öva i: Utbildning",
        "Driftpersonal med kompetens: Den som driften kräver",
        "Kvarnen | Finns men är inaktuell | – | – | –",
    ):
        assert line in text
    alone = text_of(made(example.agreed(environments="produktion", responsibilities=None), draft=True).paper)
    assert "Miljö att öva i: Ingen särskild miljö" in alone
    assert "Utbildar användarna" not in alone


def test_a_plan_of_its_own_is_referred_to(example: Any, text_of: Any) -> None:
    text = text_of(made(example.agreed(appendices=[{**TRAINING, "registry_number": "KS 2026/0150"}])).paper)
    assert "6 | Utbildningsplan | Egen handling | KS 2026/0150" in text
    assert "enligt utbildningsplanen i bilaga 6." in text


@pytest.mark.parametrize(
    ("levels", "told"),
    [
        (("5", "5"), "Samverkan om systemet är på samverkansnivå 5."),
        (("5", "3"), ""),
        ((), ""),
    ],
)
def test_the_level_of_cooperation_is_told_when_it_is_the_same_for_all(
    example: Any, text_of: Any, levels: tuple[str, ...], told: str
) -> None:
    rows = [
        {"id": 80 + number, "system": str(example.system), "municipality": str(example.ids["amal"]), "level": level}
        for number, level in enumerate(levels)
    ]
    text = text_of(made(example.adding("cooperation_levels", *rows)).paper)
    assert told in text
    assert ("samverkansnivå" in text) is bool(told)


def test_how_long_the_work_goes_on_without_the_system(example: Any, two_systems: Any, text_of: Any) -> None:
    one = text_of(made(example.with_system(longest_outage_hours=8)).paper)
    assert "klarar sig utan systemet i högst 8 timmar (MTD)." in one
    assert "Längsta tålda avbrott: 8 timmar" in one
    assert "(MTD)" not in text_of(made(two_systems).paper)


def test_steering_documents_go_before_what_a_kommun_agrees_with_itself(
    example: Any, internal: Any, text_of: Any
) -> None:
    assert "Mellan Parterna går avtalet före dem." in text_of(made(example).paper)
    assert "som Melleruds kommun har beslutat går före överenskommelsen." in text_of(made(internal).paper)
