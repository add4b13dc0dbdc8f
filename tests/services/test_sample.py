"""The sample region: complete where it says so, gaps where it should have them, invented where it must be."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from uuid import UUID

import pytest

from itadmin.documents.catalogue import prepare
from itadmin.domain.calculations.goals import Measured, Standing, fallen_from
from itadmin.domain.calculations.notice import State
from itadmin.domain.calculations.training_plans import PlanState
from itadmin.domain.calendar import is_working_day
from itadmin.domain.fields import Reference, References
from itadmin.domain.identifiers import municipality_id
from itadmin.domain.problems import KnownError, errors
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.agreement_rules import term_state
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.cost_lines import CostLine
from itadmin.domain.registers.steering_documents import SteeringDocument
from itadmin.domain.validation import check
from itadmin.domain.values import LISTS
from itadmin.services.attention.known import known_of
from itadmin.services.clock import real_surroundings
from itadmin.services.competence.actions import actions_in, sums_by_topic_and_year
from itadmin.services.competence.depth import depth_of
from itadmin.services.competence.ground import ground_of
from itadmin.services.digest import digest
from itadmin.services.goals import GoalShown, goal_of, goals_of
from itadmin.services.reading import Read, Reading
from itadmin.services.sample import make_sample_region, sample_documents
from itadmin.services.sample_data import Catalogue, read_catalogue
from itadmin.services.sample_steering import policy_id
from itadmin.services.sample_systems import is_vital
from itadmin.services.sample_values import (
    SAMPLE_DAY,
    chance,
    exchange_phone,
    function_phone,
    mail_name,
    on_call_phone,
    pick,
    servicedesk_phone,
)
from itadmin.services.steering import adoption_of, adoption_sentence, versions_of
from itadmin.services.training.coverage import coverage
from itadmin.services.training.lacking import lacking
from itadmin.services.training.plans import modules_of, plan_in
from itadmin.services.training.repetition import repetitions
from itadmin.services.workspace import open_reading, open_workspace

CODES = ("1438", "1439", "1460", "1461", "1492")
POLICY_AREAS = (
    "Telefoni",
    "Ekonomi",
    "Personal och lön",
    "Karta och GIS",
    "Bygg och plan",
    "Skola",
    "Omsorg",
    "Bibliotek",
    "Helpdesk",
    "Portal och e-tjänster",
)
OPERATION = ("driftavtal", "driftoverenskommelse")
FICTION = re.compile(r"08-465 004 \d\d|031-390 06 \d\d|040-628 04 \d\d|0980-319 2\d\d|070-174 06 \d\d")
STATES = {
    "gallande": (State.RUNNING, State.OPEN_ENDED),
    "uppsagt": (State.NOTICE_GIVEN,),
    "upphort": (State.ENDED,),
    "ersatt": (State.ENDED,),
    "invantar_underskrift": (State.NOT_BEGUN,),
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    return make_sample_region(tmp_path_factory.mktemp("region")).files


@pytest.fixture(scope="module")
def readings(files: tuple[Path, ...]) -> dict[str, Reading]:
    return {path.stem: open_reading(path, SAMPLE_DAY) for path in files}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue(SAMPLE_DAY)


@pytest.fixture(params=CODES)
def reading(request: pytest.FixtureRequest, readings: dict[str, Reading]) -> Reading:
    return readings[request.param]


@cache
def everything(reading: Reading, register: str) -> tuple[Read, ...]:
    return tuple(reading.many(register, reading.keys(register)).values())


def own(reading: Reading, register: str, **where: Collection[str]) -> list[Read]:
    return [
        read
        for read in everything(reading, register)
        if all(getattr(read.record, name) in values for name, values in where.items())
    ]


def every(reading: Reading) -> Iterator[tuple[Register, Read]]:
    for register in REGISTERS.values():
        for read in own(reading, register.name):
            yield register, read


def test_one_file_per_kommun_marked_as_sample(readings: dict[str, Reading]) -> None:
    assert tuple(readings) == CODES
    for code, reading in readings.items():
        assert reading.is_sample
        assert reading.organisation_id == municipality_id(code)


def test_nothing_else_is_left_in_the_folder(files: tuple[Path, ...]) -> None:
    assert sorted(files[0].parent.iterdir()) == sorted(files)


def test_the_same_content_comes_out_each_time(readings: dict[str, Reading], tmp_path: Path) -> None:
    again = make_sample_region(tmp_path / "igen").files
    assert [digest(open_reading(path, SAMPLE_DAY)) for path in again] == [digest(item) for item in readings.values()]


def test_files_open_for_work_and_can_be_undone(files: tuple[Path, ...], tmp_path: Path) -> None:
    workspace = open_workspace(Path(shutil.copy(files[2], tmp_path)), real_surroundings())
    try:
        before = workspace.reading().count("goals")
        assert workspace.undo.state().undo == "La in mål"
        workspace.undo.undo()
        assert workspace.reading().count("goals") < before
    finally:
        workspace.close()


def test_there_is_as_much_as_in_a_small_kommun(reading: Reading) -> None:
    assert 105 <= reading.count("systems") <= 145
    assert 60 <= reading.count("agreements") <= 140
    assert reading.count("roles") > reading.count("systems")


def test_every_area_of_the_policy_has_systems(reading: Reading) -> None:
    areas = Counter(read.record.area for read in own(reading, "systems"))
    assert set(POLICY_AREAS) <= set(areas)


def test_no_record_has_errors(reading: Reading) -> None:
    found = [(read.label, errors(check(register, read.record))) for register, read in every(reading)]
    assert [(label, problems) for label, problems in found if problems] == []


def test_remarks_are_only_those_that_are_meant(reading: Reading) -> None:
    remarks = {problem.field for register, read in every(reading) for problem in check(register, read.record)}
    assert remarks == {"organisation_number"}


def test_names_and_numbers_are_unique(reading: Reading) -> None:
    for register in ("systems", "agreements", "organisations"):
        labels = Counter(read.label for read in own(reading, register))
        assert [label for label, number in labels.items() if number > 1] == []
    numbers = Counter(read.record.number for read in own(reading, "agreements") if read.record.number)
    assert max(numbers.values()) == 1


def test_everything_referred_to_is_in_the_file(reading: Reading) -> None:
    wanted: dict[str, set[UUID]] = {name: set() for name in REGISTERS}
    for register, read in every(reading):
        for name, field in register.fields.items():
            value = getattr(read.record, name)
            if isinstance(field, References):
                wanted[field.to].update(value)
            elif isinstance(field, Reference) and value:
                wanted[field.to].add(value)
    for register_name, ids in wanted.items():
        assert set(reading.many(register_name, ids)) == ids


def test_ids_of_different_kommuner_never_meet(readings: dict[str, Reading]) -> None:
    ids = Counter(read.record.id for reading in readings.values() for _, read in every(reading))
    assert max(ids.values()) == 1


def test_driftavtal_in_force_or_to_be_signed_are_complete(reading: Reading) -> None:
    agreements = own(reading, "agreements", kind=OPERATION, status=("gallande", "invantar_underskrift"))
    assert {read.record.kind for read in agreements} == set(OPERATION)
    for read in agreements:
        assert prepare("operations_agreement", reading, read.record.id, draft=False).missing == (), read.label


def test_signed_driftavtal_speak_of_what_was_known_when_they_were_signed(reading: Reading) -> None:
    prolonged = 0
    for read in own(reading, "agreements", kind=OPERATION, status=["gallande"]):
        apart = [row for row in read.record.appendices if row.kind == "driftdokumentation"]
        assert all(row.registry_number for row in apart), read.label
        standing = term_state(read.record, SAMPLE_DAY)
        prolonged += bool(standing.term_number)
        for system in reading.many("systems", read.record.systems).values():
            if not standing.term_number:
                assert system.record.classified_on < read.record.starts_on, read.label
                assert not system.record.version or int(system.record.version[:4]) <= read.record.starts_on.year
    assert prolonged <= 1


def test_one_driftavtal_has_been_prolonged(readings: dict[str, Reading]) -> None:
    agreements = own(readings["1460"], "agreements", title=["Driftavtal Raindance"])
    assert [term_state(read.record, SAMPLE_DAY).term_ends_on for read in agreements] == [date(2026, 12, 31)]


def test_drafts_are_not_complete(reading: Reading) -> None:
    drafts = own(reading, "agreements", kind=OPERATION, status=["utkast"])
    assert drafts
    for read in drafts:
        assert prepare("operations_agreement", reading, read.record.id, draft=True).missing, read.label


def test_state_and_term_never_contradict_each_other(reading: Reading) -> None:
    for read in own(reading, "agreements", status=STATES):
        assert term_state(read.record, SAMPLE_DAY).state in STATES[read.record.status], read.label


def test_agreements_do_not_begin_before_their_system(reading: Reading) -> None:
    since = {read.record.id: read.record.in_operation_since for read in own(reading, "systems")}
    for read in own(reading, "agreements"):
        for system in read.record.systems if read.record.starts_on else ():
            assert read.record.starts_on.isoformat()[:4] >= since[system][:4], read.label


def test_terms_vary(readings: dict[str, Reading]) -> None:
    agreements = [read.record for reading in readings.values() for read in own(reading, "agreements")]
    assert set(STATES) <= {record.status for record in agreements}
    assert len({record.kind for record in agreements}) >= 12
    assert any(record.options for record in agreements)
    assert any(record.open_ended for record in agreements)
    assert any(record.renewal_months for record in agreements)


def test_something_is_due_soon(reading: Reading) -> None:
    days = [read.record.last_notice_day for read in own(reading, "agreements", status=["gallande"])]
    assert any(day and SAMPLE_DAY <= day <= date(2027, 2, 28) for day in days)


def test_agreements_tell_how_they_were_bought_and_what_they_belong_to(reading: Reading) -> None:
    records = [read.record for read in own(reading, "agreements") if isinstance(read.record, Agreement)]
    bought = [record for record in records if record.procurement_form]
    assert len(bought) > 15
    assert all(record.total_value and record.total_value >= (record.annual_price or 0) for record in bought)
    belonging = {record.chain_place: record for record in records if record.main_agreement}
    assert set(belonging) == {"tillaggsavtal", "bilaga"}
    assert all(record.main_agreement != record.id for record in records)
    instructed = [record for record in records if record.processing_purpose]
    assert {record.kind for record in instructed} == {"pub_avtal"}
    assert any(record.subprocessors for record in instructed)
    assert any(record.reminders for record in records)


def test_costs_of_two_years_and_the_days_of_the_year_are_there(reading: Reading) -> None:
    lines = [read.record for read in own(reading, "cost_lines") if isinstance(read.record, CostLine)]
    assert {line.year for line in lines} == {SAMPLE_DAY.year - 1, SAMPLE_DAY.year}
    assert all((line.actual is None) == (line.year == SAMPLE_DAY.year) for line in lines)
    assert len(lines) > 40
    assert len(own(reading, "lead_times")) == 2
    assert len(own(reading, "yearly_activities", kind=["mote"])) == 2


def test_the_policy_is_adopted_in_three_kommuner_of_five(readings: dict[str, Reading], catalogue: Catalogue) -> None:
    for code, reading in readings.items():
        policy = reading.one("steering_documents", policy_id(catalogue.places[code])).record
        assert isinstance(policy, SteeringDocument)
        come = adoption_of(reading, policy)
        names = {key: read.label for key, read in reading.many("organisations", come.waiting).items()}
        told = "Fastställt i 3 av 5 – väntar på Färgelanda kommun och Åmåls kommun."
        assert adoption_sentence(come, names) == told
        has_adopted = municipality_id(code) in come.adopted
        states = [getattr(read.record, "status", "") for read in versions_of(reading, policy.id)]
        assert states == ["faststalld" if has_adopted else "remiss", "faststalld"]


def test_the_policy_has_additions_of_the_kommuns_own(reading: Reading, catalogue: Catalogue) -> None:
    place = next(each for each in catalogue.places.values() if municipality_id(each.code) == reading.organisation_id)
    chapters = own(reading, "steering_chapters", document=[policy_id(place)])
    assert {(read.record.key, read.record.municipality) for read in chapters} == {
        ("kompetens", reading.organisation_id),
        ("finansiering", reading.organisation_id),
    }
    assert all(place.town in read.record.text for read in chapters)
    assert [read.record.name for read in own(reading, "paper_profiles")] == [place.name]


def test_there_are_gaps_to_be_seen(reading: Reading) -> None:
    systems = own(reading, "systems")
    for role in ("system_owner", "system_manager"):
        assert 0 < sum(role not in read.holders for read in systems) < len(systems) / 5
    assert 0 < sum(not read.record.availability for read in systems) < len(systems) / 4


@pytest.mark.parametrize("code", CODES)
def test_papers_of_the_whole_file_tell_nearly_all(readings: dict[str, Reading], code: str) -> None:
    """Some behandlingar are untold, as in real life; who answers for the others, and how, is told."""
    made = prepare("processing_register", readings[code], None, draft=True)
    systems = {gap.record_id for gap in made.missing}
    assert 0 < len(systems) < sum(read.record.personal_data is True for read in own(readings[code], "systems")) / 5
    assert [role.kind for role in (read.record for read in own(readings[code], "roles"))].count("dataskyddsombud") == 1
    assert prepare("records_description", readings[code], None, draft=False).missing == ()


def test_most_roles_and_pub_avtal_have_papers_that_lack_nothing(reading: Reading) -> None:
    """A systemansvarig cannot be appointed where nobody is systemägare, and some instruktioner are not written."""
    pub = [read for read in own(reading, "agreements") if read.record.kind == "pub_avtal"]
    for kind, reads in (("role_assignment", own(reading, "roles")), ("dpa_instruction", pub)):
        whole = [not prepare(kind, reading, read.record.id, draft=False).missing for read in reads]
        assert len(whole) / 2 < sum(whole) < len(whole), kind


def test_roles_are_held_by_functions_not_by_persons(reading: Reading) -> None:
    assert not [read for read in own(reading, "roles") if read.record.person]
    assert all(read.record.note.startswith("Påhittad person") for read in own(reading, "people"))
    assert all(read.record.function and read.record.organisation for read in own(reading, "roles"))


def test_competence_is_known_of_the_whole_region_and_something_is_thin(reading: Reading) -> None:
    ground = ground_of(reading)
    assert len({who.kommun for who in ground.people.values()}) == len(CODES)
    lines = depth_of(reading, ground)
    assert {line.is_vulnerable for line in lines if line.register == "networks"} == {True, False}
    whole = sums_by_topic_and_year(actions_in(reading))
    assert sum(each.sums.saving for each in whole) > 0
    assert any(area.record.members and area.record.meetings for area in own(reading, "networks"))
    assert len({need.record.municipality for need in own(reading, "training_needs")}) == len(CODES)


def test_courses_have_been_given_and_are_to_come_and_something_is_lacked(reading: Reading) -> None:
    sessions = own(reading, "training_sessions")
    assert {read.record.status for read in sessions} == {"genomfort", "oppet", "planerat"}
    for read in sessions:
        assert (read.record.status == "genomfort") is (read.record.starts_on < SAMPLE_DAY)
        assert is_working_day(read.record.starts_on)
    whole = lacking(reading).whole
    assert 0 < whole.lack < whole.demanded
    assert whole.soon
    assert any(each.people for each in repetitions(reading))
    assert len(own(reading, "training_participations")) < 100


def test_roles_begin_before_they_end_and_not_before_their_system(reading: Reading) -> None:
    since = {read.record.id: read.record.in_operation_since for read in own(reading, "systems")}
    for read in own(reading, "roles"):
        assert read.record.starts_on <= SAMPLE_DAY
        assert read.record.starts_on.isoformat() >= since[read.record.system][:4]


def test_addresses_and_numbers_are_invented_for_all_to_see(reading: Reading) -> None:
    for _, read in every(reading):
        for holder in (read.record, *getattr(read.record, "contacts", ())):
            for name, value in vars(holder).items():
                assert not (name.endswith("phone") and value) or FICTION.fullmatch(value), (read.label, value)
                assert not (name.endswith("email") and value) or value.endswith(".example"), (read.label, value)


def test_every_function_has_a_telephone_of_its_own(catalogue: Catalogue) -> None:
    for place in catalogue.places.values():
        numbers = Counter(function_phone(place, function) for function in catalogue.functions.values())
        numbers.update((exchange_phone(place), servicedesk_phone(place), on_call_phone(place)))
        assert max(numbers.values()) == 1
        assert all(FICTION.fullmatch(number) for number in numbers)


def test_what_is_invented_says_so(reading: Reading) -> None:
    for register in ("systems", "agreements"):
        assert all("Övningsdata" in read.record.note for read in own(reading, register))
    suppliers = own(reading, "organisations", kind=["leverantor"])
    assert suppliers
    assert all("övningsdata" in read.record.note for read in suppliers)


def test_organisation_numbers_are_marked_as_unconfirmed(reading: Reading) -> None:
    organisation = reading.organisation().record
    assert organisation.organisation_number
    assert organisation.organisation_number_unconfirmed


def test_neighbours_operate_by_their_own_it_unit(reading: Reading) -> None:
    systems = own(reading, "systems", hosting=["annan_kommun"])
    assert systems
    for read in systems:
        unit = reading.one("organisations", read.record.operating_unit)
        assert unit.record.kind == "it_enhet"
        board = reading.one("organisations", unit.record.parent)
        assert board.record.kind == "namnd"
        assert reading.one("organisations", board.record.parent).placeholder
        if read.record.personal_data:
            assert read.record.dpa_status == "ja", read.label


def test_telephony_is_shared_with_saffle_and_arjang(readings: dict[str, Reading]) -> None:
    found = own(readings["1460"], "agreements", title=["Driftavtal Alcatel telefonväxel"])
    connected = set(found[0].record.connected_municipalities)
    assert connected == {municipality_id(code) for code in (*CODES, "1765", "1785")}


def test_the_same_product_is_found_in_several_kommuner(readings: dict[str, Reading]) -> None:
    products = Counter(
        product
        for reading in readings.values()
        for product in {read.record.product for read in own(reading, "systems") if read.record.product}
    )
    assert products["Lifecare"] == 3
    assert products["Personec P"] == 5
    assert sum(number == 1 for number in products.values()) >= 8


def test_search_finds_systems(reading: Reading) -> None:
    assert "Alcatel telefonväxel" in [hit.label for hit in reading.find("telefonväxel")]


@pytest.mark.parametrize("code", CODES)
def test_papers_to_show_can_be_made(readings: dict[str, Reading], code: str) -> None:
    reading = readings[code]
    shown = sample_documents(reading)
    assert [kind for kind, _ in shown] == [
        *["operations_agreement"] * 3,
        "operations_documentation",
        "system_card",
        "incident_sheet",
        "system_register",
        "system_register_internal",
    ]
    complete = [not prepare(kind, reading, record_id, draft=True).missing for kind, record_id in shown]
    assert complete == [True, True, False, True, True, True, True, True]
    assert reading.one("agreements", shown[0][1]).record.kind == "driftavtal"
    assert reading.one("agreements", shown[1][1]).record.kind == "driftoverenskommelse"


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    there = tmp_path / "1461.itadmin"
    there.write_bytes(b"mitt eget")
    with pytest.raises(KnownError, match="finns redan"):
        make_sample_region(tmp_path)
    assert list(tmp_path.iterdir()) == [there]
    assert there.read_bytes() == b"mitt eget"


def test_a_folder_that_cannot_be_made_is_said_in_one_sentence(tmp_path: Path) -> None:
    blocked = tmp_path / "fil"
    blocked.write_bytes(b"")
    with pytest.raises(KnownError, match="kunde inte skapas"):
        make_sample_region(blocked)
    assert list(tmp_path.iterdir()) == [blocked]


def test_the_files_refer_to_what_exists(catalogue: Catalogue) -> None:
    functions = {
        key for product in catalogue.products for key in (product.owner, product.manager, product.deputy) if key
    }
    assert functions <= set(catalogue.functions)
    suppliers = {product.supplier for product in catalogue.products} | {row["leverantor"] for row in catalogue.general}
    assert suppliers - {""} == set(catalogue.suppliers)
    patterns = {pattern.key for pattern in catalogue.patterns}
    assert {row["villkor"] for row in catalogue.general} <= patterns
    for product in catalogue.products:
        assert set(product.agreements) <= set(LISTS["avtalstyp"])
        assert set(product.places) <= set(catalogue.places)
        assert not product.operator or product.operator in product.places, product.key
    for place in catalogue.places.values():
        here = {product.key for product in catalogue.products_of(place.code)}
        assert set(place.lifecycles) | set(place.operations) <= here, place.code
        assert set(place.lifecycles.values()) <= set(LISTS["livscykel"])


def test_purposes_are_sentences(catalogue: Catalogue) -> None:
    for product in catalogue.products:
        assert product.purpose[0].isupper(), product.key
        assert product.purpose.endswith("."), product.key
        assert 30 <= len(product.purpose) <= 200, product.key
        assert "  " not in product.purpose, product.key
    assert len({product.purpose for product in catalogue.products}) == len(catalogue.products)


def test_inhabitants_are_the_newest_on_the_day() -> None:
    assert sum(place.inhabitants for place in read_catalogue(date(2024, 12, 31)).places.values()) == 41_016
    assert read_catalogue(SAMPLE_DAY).places["1460"].inhabitants == 8_998


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Plan- och byggchef", "plan.och.byggchef"),
        ("IT-chef", "it-chef"),
        ("Verksamhetschef, äldreomsorgen", "verksamhetschef.aldreomsorgen"),
    ],
)
def test_functions_have_readable_addresses(title: str, name: str) -> None:
    assert mail_name(title) == name


def test_variation_follows_from_words_alone() -> None:
    words = [str(number) for number in range(1000)]
    assert 160 < sum(chance(20, word) for word in words) < 240
    assert not any(chance(0, word) for word in words)
    assert all(chance(100, word) for word in words)
    assert {pick(("a", "b", "c"), word) for word in words} == {"a", "b", "c"}
    assert pick(words, "samma") == pick(words, "samma")


@pytest.mark.parametrize("code", CODES)
def test_every_area_of_a_kommun_has_a_goal_and_what_is_counted_leads_to_what_it_is_now(
    readings: dict[str, Reading], catalogue: Catalogue, code: str
) -> None:
    reading = readings[code]
    goals = [goal_of(reading, each.id) for each in known_of(reading).goals]
    newest = goals_of(reading, policy_id(catalogue.places[code]))
    assert {goal.area for goal in newest} == set(LISTS["malomrade"].values())
    assert {each.standing for each in known_of(reading).goals} >= {Standing.UNDER_WAY, Standing.REACHED}
    counted = [goal for goal in goals if goal.is_counted and goal.value is not None]
    fallen = [goal for goal in counted if fallen_from(goal.readings, goal.value, SAMPLE_DAY)]
    assert len(counted) >= len(fallen) + 2
    assert len(fallen) == 1
    assert all(earlier.percent < later.percent for goal in goals for earlier, later in _pairs(goal) if goal.is_counted)


def _pairs(goal: GoalShown) -> Iterator[tuple[Measured, Measured]]:
    return zip(goal.readings, goal.readings[1:], strict=False)


def test_most_systems_have_an_utbildningsplan_and_there_are_plans_in_every_state(reading: Reading) -> None:
    found = coverage(reading)
    assert set(found.whole.states) == set(PlanState)
    assert 5500 < (found.whole.share.percent or 0) < 8500
    assert [plan.kind for plan in found.general] == ["it_personal", "allman"]
    assert found.general[1].state is PlanState.ADOPTED


@pytest.mark.parametrize("code", CODES)
def test_what_has_a_driftavtal_has_a_plan_that_holds(
    readings: dict[str, Reading], catalogue: Catalogue, code: str
) -> None:
    vital = {product.name for product in catalogue.products_of(code) if is_vital(product)}
    states = {each.name: each.state for each in coverage(readings[code]).systems if each.is_demanded}
    assert {states[name] for name in vital if name in states} == {PlanState.ADOPTED}


def test_moment_of_a_later_version_say_which_they_were_first(reading: Reading) -> None:
    plans = [plan_in(read) for read in everything(reading, "training_plans")]
    following = [plan for plan in plans if plan.replaces is not None]
    assert following
    for plan in following:
        first = modules_of(reading, plan.replaces or plan.id)
        assert [module.same_as for module in modules_of(reading, plan.id)] == [module.id for module in first]
