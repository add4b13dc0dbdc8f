"""The driftavtal as text: the whole of it, what it lacks, and every choice of wording read for its grammar."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from itadmin.documents.catalogue import IncompleteError, prepare
from itadmin.documents.operations_agreement_gathering import gather
from itadmin.documents.operations_agreement_requirements import AGREEMENT_LABELS, targets
from itadmin.domain.problems import KnownError
from itadmin.domain.record import stored_fields
from itadmin.domain.registers import REGISTERS

KIND = "operations_agreement"


def prepared(example: Any, *, draft: bool = False) -> Any:
    return prepare(KIND, example.reading, example.agreement, draft=draft)


def lacking(example: Any) -> list[str]:
    return [value.label for value in prepared(example).missing]


# The whole ----------------------------------------------------------------------------------------------------------


def test_an_agreement_between_kommuner(example: Any, text_of: Any, matches_expected: Any) -> None:
    assert lacking(example) == []
    matches_expected("operations_agreement.txt", text_of(prepared(example).paper))


def test_a_overenskommelse_within_one_kommun(internal: Any, text_of: Any, matches_expected: Any) -> None:
    assert lacking(internal) == []
    matches_expected("operations_agreement_internal.txt", text_of(prepared(internal).paper))


def test_a_draft_that_lacks_nearly_everything(example: Any, text_of: Any, matches_expected: Any) -> None:
    fields = stored_fields(REGISTERS["agreements"].record)
    empty = example.agreed(**{name: None for name in fields if name not in ("title", "systems")})
    matches_expected("operations_agreement_empty.txt", text_of(prepared(empty, draft=True).paper))


def test_a_draft_lists_what_is_missing_on_its_first_page_after_the_cover(example: Any, text_of: Any) -> None:
    draft = text_of(prepared(example.agreed(rto_hours=None, registry_number=None), draft=True).paper)
    listed = draft.split("# Uppgifter som saknas")[1].split("# Dokumentuppgifter")[0]
    assert "Utkastet saknar 2 uppgifter. De är utmärkta" in listed
    assert "Framsida | Diarienummer" in listed
    assert "9.1 | RTO" in listed
    assert "längsta återställningstid (RTO) [Uppgift saknas: RTO]." in draft


def test_a_draft_that_lacks_one_value_says_so_in_the_singular(example: Any, text_of: Any) -> None:
    assert "saknar en uppgift. Den är utmärkt" in text_of(prepared(example.agreed(rto_hours=None), draft=True).paper)


def test_a_draft_that_lacks_nothing_has_no_list(example: Any, text_of: Any) -> None:
    draft = prepared(example, draft=True).paper
    assert draft.draft
    assert "Uppgifter som saknas" not in text_of(draft)
    assert "Status: Utkast, inte för underskrift" in text_of(draft)
    assert "Status: Klart för underskrift" in text_of(prepared(example).paper)


# What is obligatory -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("field", AGREEMENT_LABELS)
def test_each_obligatory_field_is_missed_when_it_is_empty(example: Any, field: str) -> None:
    value = prepared(example.agreed(**{field: None})).missing
    assert [(found.label.casefold(), found.field) for found in value] == [(AGREEMENT_LABELS[field].casefold(), field)]
    assert value[0].register == "agreements"
    assert value[0].record_id == example.agreement
    assert value[0].where


def without(rows: tuple[Any, ...], **values: str) -> list[dict[str, Any]]:
    kept = [row for row in rows if any(getattr(row, name) != value for name, value in values.items())]
    return [dict(row.__dict__) for row in kept]


@pytest.mark.parametrize(
    ("party", "task", "label"),
    [
        ("systemagare", "avtalsansvarig", "Avtalsansvarig hos Systemägaren"),
        ("systemagare", "systemansvarig", "Systemansvarig hos Systemägaren"),
        ("driftenhet", "avtalsansvarig", "Avtalsansvarig hos Driftenheten"),
        ("driftenhet", "driftansvarig", "Driftansvarig hos Driftenheten"),
    ],
)
def test_representatives_are_obligatory(example: Any, party: str, task: str, label: str) -> None:
    contacts = example.reading.records["agreements"][example.agreement].contacts
    assert lacking(example.agreed(contacts=without(contacts, party=party, task=task))) == [label]


def test_a_side_without_any_address_is_missed(example: Any) -> None:
    contacts = example.reading.records["agreements"][example.agreement].contacts
    rows = [{**row.__dict__, "email": None} for row in contacts]
    changed = example.agreed(contacts=rows)
    assert lacking(changed) == ["E-post till Driftenheten"]
    assert lacking(changed.change("organisations", example.ids["amal"], email="post@amal.example")) == []


@pytest.mark.parametrize("field", ["response", "start", "resolution", "updates"])
def test_every_time_of_every_priority_is_obligatory(example: Any, field: str) -> None:
    rows = [dict(row.__dict__) for row in example.reading.records["agreements"][example.agreement].priorities]
    rows[1][field] = None
    (value,) = prepared(example.agreed(priorities=rows)).missing
    assert value.label.endswith("för P2")
    assert (value.where, value.field) == ("8.6", "priorities")


def test_a_priority_without_a_row_lacks_all_its_times(example: Any) -> None:
    rows = [dict(row.__dict__) for row in example.reading.records["agreements"][example.agreement].priorities[:3]]
    assert len(lacking(example.agreed(priorities=rows))) == 4


@pytest.mark.parametrize(
    ("field", "label"),
    [("interval", "Intervall för transaktionslogg"), ("retention_days", "Lagringstid för transaktionslogg")],
)
def test_backups_say_how_often_and_how_long(example: Any, field: str, label: str) -> None:
    rows = [dict(row.__dict__) for row in example.reading.records["agreements"][example.agreement].backups]
    rows[1][field] = None
    assert lacking(example.agreed(backups=rows)) == [label]


@pytest.mark.parametrize(
    ("field", "label"),
    [
        ("confidentiality", "Konfidentialitet (K) för Kvarnen"),
        ("integrity", "Riktighet (R) för Kvarnen"),
        ("availability", "Tillgänglighet (T) för Kvarnen"),
        ("personal_data", "Uppgift om personuppgifter i Kvarnen"),
    ],
)
def test_each_obligatory_field_of_a_system_is_missed(example: Any, field: str, label: str) -> None:
    (value,) = prepared(example.with_system(**{field: None})).missing
    assert (value.label, value.register, value.record_id, value.field) == (label, "systems", example.system, field)
    assert "Bilaga 1" in value.where


def test_signatories_need_a_position_and_a_right_to_sign(example: Any) -> None:
    one = [{"party": "systemagare", "position": "Ekonomichef", "authority": "Delegation"}]
    assert lacking(example.agreed(signatories=one)) == ["Undertecknare för Driftenheten"]
    bare = [*one, {"party": "driftenhet", "position": "IT-chef", "authority": None}]
    assert lacking(example.agreed(signatories=bare)) == ["Behörighet för IT-chef (Driftenheten)"]


def test_two_kommuner_need_organisation_numbers_and_one_does_not(example: Any, internal: Any) -> None:
    (value,) = prepared(example.change("organisations", example.ids["amal"], organisation_number=None)).missing
    assert (value.label, value.register) == ("Organisationsnummer för Åmåls kommun", "organisations")
    assert value.record_id == example.ids["amal"]
    assert lacking(internal.change("organisations", internal.ids["mellerud"], organisation_number=None)) == []


def test_a_kommun_signs_through_a_unit(example: Any) -> None:
    (value,) = prepared(example.agreed(customer=str(example.ids["mellerud"]))).missing
    assert (value.label, value.field) == ("Nämnd eller enhet för Systemägaren", "customer")


@pytest.mark.parametrize(
    "term",
    [
        {"first_term_months": None, "first_term_ends_on": "2026-01-01"},
        {"first_term_months": 36, "first_term_ends_on": "2028-01-01"},
        {"first_term_months": None, "open_ended": True, "renewal_months": 12},
    ],
)
def test_terms_that_contradict_each_other_cannot_be_signed(example: Any, term: dict[str, Any]) -> None:
    (value,) = prepared(example.agreed(**term)).missing
    assert (value.label, value.where) == ("Giltighetstid utan motsägelser", "Framsida och 19.1")


def test_a_final_paper_is_refused_with_the_list(example: Any) -> None:
    error = IncompleteError("Driftavtal", prepared(example.agreed(rto_hours=None, number=None)).missing)
    assert error.sentence == (
        "Driftavtal kan inte skapas som färdig handling: 2\u00a0uppgifter saknas. Avtalsnummer (Framsida); RTO (9.1)."
    )


def test_an_unknown_record_or_none_is_refused_in_one_sentence(example: Any) -> None:
    with pytest.raises(KnownError, match="Välj vilket avtal"):
        prepare(KIND, example.reading, None, draft=True)
    with pytest.raises(KnownError, match="ingen handling av typen"):
        prepare("brev", example.reading, None, draft=True)


FIELDS = sorted(stored_fields(REGISTERS["agreements"].record).keys() - {"title"})


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(emptied=st.sets(st.sampled_from(FIELDS)), system_emptied=st.booleans())
def test_whatever_is_empty_a_draft_is_made_and_every_gap_leads_to_a_field(
    example: Any, emptied: set[str], system_emptied: bool
) -> None:
    changed = example.agreed(**dict.fromkeys(emptied))
    if system_emptied:
        names = stored_fields(REGISTERS["systems"].record).keys() - {"name"}
        changed = changed.with_system(**dict.fromkeys(names))
    made = prepared(changed, draft=True)
    assert {value.label for value in made.missing} >= {
        label[:1].upper() + label[1:]
        for field, label in AGREEMENT_LABELS.items()
        if field in emptied & {"number", "rto_hours"}
    }
    for value in made.missing:
        assert value.field in REGISTERS[value.register].fields


def test_a_value_is_listed_once_with_each_of_its_places(two_systems: Any) -> None:
    records = two_systems.reading.records["systems"]
    for system in records:
        two_systems = two_systems.change("systems", system, name="Kvarnen", confidentiality=None)
    (value,) = prepared(two_systems).missing
    assert (value.label, value.where) == ("Konfidentialitet (K) för Kvarnen", "Bilaga 1")


def test_every_mark_has_a_field_of_its_register(example: Any, two_systems: Any, internal: Any) -> None:
    for each in (example, two_systems, internal):
        for label, target in targets(gather(each.reading, each.agreement)).items():
            assert target.field in REGISTERS[target.register].fields, label


# The title and the names --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("chosen", "title", "opening", "term"),
    [
        (None, "Driftavtal", "Detta avtal har träffats mellan", "# 19 Avtalstid"),
        (
            "Driftöverenskommelse",
            "Driftöverenskommelse",
            "Denna överenskommelse har träffats mellan",
            "# 19 Giltighetstid",
        ),
        ("Avtal om drift", "Avtal om drift", "Detta avtal har träffats mellan", "# 19 Avtalstid"),
    ],
)
def test_the_title_may_be_chosen(
    example: Any, text_of: Any, chosen: str | None, title: str, opening: str, term: str
) -> None:
    paper = prepared(example.agreed(paper_title=chosen)).paper
    assert paper.title == title
    assert opening in text_of(paper)
    assert term in text_of(paper)


@pytest.mark.parametrize(
    ("customer", "provider", "title"),
    [
        ("economy", "their_it", "Driftavtal"),
        ("economy", "our_it", "Driftöverenskommelse"),
        ("board", "our_it", "Driftöverenskommelse"),
        ("economy", "amal", "Driftavtal"),
        ("economy", "supplier", "Driftavtal"),
    ],
)
def test_who_the_parties_belong_to_decides_what_it_is(example: Any, customer: str, provider: str, title: str) -> None:
    changed = example.agreed(customer=str(example.ids[customer]), provider=str(example.ids[provider]))
    assert prepared(changed, draft=True).paper.title == title


def test_units_that_belong_to_each_other_in_a_ring_do_no_harm(example: Any) -> None:
    ring = example.change("organisations", example.ids["board"], parent=str(example.ids["economy"]))
    assert prepared(ring, draft=True).paper.title == "Driftavtal"


def test_the_file_name_says_what_it_is(example: Any, internal: Any) -> None:
    assert prepared(example).file_name == "Driftavtal_Kvarnen_2026-11-22_v1.0.pdf"
    assert prepared(internal).file_name == "Driftoverenskommelse_Kvarnen_2026-11-22_v1.0.pdf"


def test_sample_data_says_so_everywhere(example: Any, text_of: Any) -> None:
    paper = prepared(example.read_as(is_sample=True)).paper
    assert paper.marks == ("ÖVNINGSDATA",)
    assert paper.footer_left.endswith("Övningsdata")
    assert "påhittade" in text_of(paper)
    assert "vningsdata" not in text_of(prepared(example).paper)


def test_an_unconfirmed_number_is_marked(example: Any, text_of: Any) -> None:
    text = text_of(prepared(example).paper)
    assert "org.nr 212000-1488 (obekräftat), nedan kallad *Systemägaren*" in text
    assert "org.nr 212000-1587, nedan kallad *Driftenheten*" in text


def test_the_paper_does_not_depend_on_the_day_but_for_its_date(example: Any, text_of: Any) -> None:
    later = example.read_as(day=example.reading.day.replace(year=2028))
    today, then = text_of(prepared(example).paper), text_of(prepared(later).paper)
    assert then.replace("2028-11-22", "2026-11-22") == today


@pytest.mark.parametrize(
    ("day", "prolonged", "notice"),
    [
        ("2029-12-31", None, "2029-06-30 (passerad), nästa 2030-06-30"),
        ("2030-01-01", "2030-12-31", "2030-06-30"),
        ("2030-07-01", "2030-12-31", "2030-06-30 (passerad), nästa 2031-06-30"),
        ("2031-11-22", "2031-12-31", "2031-06-30 (passerad), nästa 2032-06-30"),
    ],
)
def test_a_prolonged_agreement_says_until_when_and_which_notice_day_is_next(
    example: Any, text_of: Any, day: str, prolonged: str | None, notice: str
) -> None:
    text = text_of(prepared(example.read_as(day=date.fromisoformat(day))).paper)
    assert f"Sista uppsägningsdag: {notice}\n" in text
    assert f"2027-01-01–2029-12-31{f'{chr(10)}Förlängt t.o.m. {prolonged}' if prolonged else ''}\n" in text
    assert ("Förlängt till och med" in text) is bool(prolonged)


def test_a_figure_that_is_not_known_must_be_found_before_signing(example: Any) -> None:
    (first, second) = prepared(example.agreed(population_day="2025-12-31")).missing
    assert (first.label, first.field) == ("Befolkningstal för Melleruds kommun", "population_day")
    assert first.where == "15.2 och Bilaga 4"
    assert second.label == "Befolkningstal för Åmåls kommun"
    assert lacking(example.agreed(population_day="2025-12-31", allocation_model="LIKA")) == []


def test_what_one_kommun_alone_pays_is_not_shared(internal: Any, text_of: Any) -> None:
    text = text_of(prepared(internal.agreed(allocation_model="BEFOLKNING")).paper)
    assert "Tabell 12 Pris per år" in text
    assert "andel är" not in text


@pytest.mark.parametrize(
    ("agreed", "later"),
    [
        ({"options": [{"months": 12}], "renewal_months": None}, {"options": [{"months": 12, "taken": True}]}),
        ({"open_ended": True, "first_term_months": None, "renewal_months": None}, {"notice_given_on": "2026-12-01"}),
        ({}, {"notice_given_on": "2028-01-01"}),
    ],
)
def test_what_happens_later_does_not_change_what_was_agreed(
    example: Any, text_of: Any, agreed: dict[str, Any], later: dict[str, Any]
) -> None:
    before = example.agreed(**agreed)
    assert text_of(prepared(before.agreed(**later)).paper) == text_of(prepared(before).paper)


def test_kommuner_are_told_in_swedish_order(example: Any, text_of: Any) -> None:
    turned = example.agreed(connected_municipalities=[str(example.ids["amal"]), str(example.ids["mellerud"])])
    assert text_of(prepared(turned).paper) == text_of(prepared(example).paper)


# What may be told ---------------------------------------------------------------------------------------------------

SECRETS = ("Hemlig hall", "Hemlig databas", "Hemligt operativsystem", "Hemlig klient", "Hemlig inloggning")
SECRET_TERMS = ("Annan byggnad än driftstället", "Frånkopplat medium", "flerfaktorsautentisering", "Loggar sparas i 24")


@pytest.mark.parametrize("publicity", ["oppen", None])
def test_an_open_paper_holds_nothing_that_must_stay_in_the_register(
    example: Any, text_of: Any, publicity: str | None
) -> None:
    text = text_of(prepared(example.agreed(publicity=publicity)).paper)
    assert [secret for secret in (*SECRETS, *SECRET_TERMS) if secret in text] == []
    assert "Den finns i bilaga 6." in text
    assert "Var kopiorna förvaras och hur de skyddas framgår av bilaga 6." in text


@pytest.mark.parametrize("publicity", ["intern", "sekretessprovas"])
def test_a_paper_that_is_not_open_tells_all(example: Any, text_of: Any, publicity: str | None) -> None:
    text = text_of(prepared(example.agreed(publicity=publicity)).paper)
    assert [secret for secret in (*SECRETS, *SECRET_TERMS) if secret not in text] == []
    assert "inte medtagen" not in text
