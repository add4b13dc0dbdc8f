"""Every template of införande is whole: phases, activities that wait for nothing later, and points of its own kind."""

from datetime import date
from pathlib import Path

import pytest

from itadmin.domain.calculations.implementation import TURNING, WEEK, laid_out_until
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.implementations import Implementation
from itadmin.domain.values import LISTS
from itadmin.services.implementation.templates import ImplementationTemplate, read_template, template_of, templates

ALL = templates().values()
EACH = pytest.mark.parametrize("template", ALL, ids=lambda each: each.key)
OF_RETIREMENT = {
    "data_overfort",
    "arkiverat",
    "gallrat",
    "avtal_uppsagt",
    "konton_avslutade",
    "integrationer_avslutade",
    "servrar_avslutade",
    "anvandare_informerade",
}


def test_there_is_one_for_each_way_in_and_out() -> None:
    assert list(templates()) == [
        "inforande_enkelt",
        "inforande_molntjanst",
        "inforande_egen_drift",
        "inforande_gemensamt",
        "byte_version",
        "avveckling",
    ]


@EACH
def test_all_codes_are_known(template: ImplementationTemplate) -> None:
    assert template.kind in LISTS["inforandeslag"]
    assert {phase.phase for phase in template.phases} <= LISTS["inforandefas"].keys()
    assert set(template.checklist) <= LISTS["grindpunkt"].keys()
    assert template.key.startswith(template.kind)


@EACH
def test_phases_are_in_order_and_each_ends_with_a_numbered_decision(template: ImplementationTemplate) -> None:
    codes = list(LISTS["inforandefas"])
    places = [codes.index(phase.phase) for phase in template.phases]
    if template.kind != "avveckling":
        assert places == sorted(set(places))
    assert len(set(places)) == len(places)
    assert TURNING[template.kind] in {phase.phase for phase in template.phases}
    for number, phase in enumerate(template.phases, start=1):
        assert phase.decision.startswith(f"BP{number} ")
        assert phase.criteria.endswith(".")
        assert phase.responsible
        assert phase.weeks > 0


@EACH
def test_every_phase_has_activities_that_lie_within_it(template: ImplementationTemplate) -> None:
    weeks = {phase.phase: phase.weeks for phase in template.phases}
    assert {activity.phase for activity in template.activities} == weeks.keys()
    for activity in template.activities:
        assert activity.days > 0
        assert activity.day >= 0
        assert activity.day + activity.days <= weeks[activity.phase] * WEEK, activity.code
        assert activity.title
        assert activity.responsible


@EACH
def test_nothing_waits_for_what_stands_after_it_or_ends_after_it_begins(template: ImplementationTemplate) -> None:
    laid = laid_out_until(template.lengths, template.pieces, TURNING[template.kind], date(2027, 9, 1)).activities
    seen: set[str] = set()
    for activity in template.activities:
        assert activity.code not in seen
        assert set(activity.waits_for) <= seen, activity.code
        for awaited in activity.waits_for:
            assert (laid[awaited].last or date.max) < (laid[activity.code].first or date.min), (awaited, activity.code)
        seen.add(activity.code)


@EACH
def test_the_checklist_is_of_the_kind(template: ImplementationTemplate) -> None:
    assert len(set(template.checklist)) == len(template.checklist)
    of_retirement = set(template.checklist) & OF_RETIREMENT
    assert of_retirement == (OF_RETIREMENT if template.kind == "avveckling" else set())
    if template.kind != "avveckling":
        assert {"systemansvarig", "klassning", "riskanalys", "utbildningsplan", "driftdokumentation"} <= set(
            template.checklist
        )


@EACH
def test_it_is_told_in_words_that_fit_the_plan(template: ImplementationTemplate) -> None:
    assert template.title_for("Lifecare").endswith("Lifecare")
    assert template.title_for("").endswith("systemet")
    assert "{{" not in template.title_for("X") + template.purpose_for("X")
    assert len(template.title_for("X" * 60)) <= 200
    assert template.about.endswith(".")
    assert template.steering_group
    assert template.responsible
    assert all(len(phase.criteria) <= 1000 for phase in template.phases)
    assert {"title", "purpose", "steering_group"} <= Implementation.__dataclass_fields__.keys()


def test_all_points_of_the_list_are_in_some_template() -> None:
    assert {point for template in ALL for point in template.checklist} == set(LISTS["grindpunkt"])


def test_an_unknown_template_is_refused() -> None:
    with pytest.raises(KnownError, match="ingen mall som heter ”molnet”"):
        template_of("molnet")


@pytest.mark.parametrize("text", ["name = ", 'name = "X"', 'name = "X"\nphases = [{ fas = "behov" }]'])
def test_a_file_that_is_no_template_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "trasig.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnownError, match=r"Mallen trasig\.toml går inte att läsa"):
        read_template(path)


def test_plans_say_by_name_which_template_they_are_made_from() -> None:
    assert {key: template.name for key, template in templates().items()} == LISTS["inforandemall"]
