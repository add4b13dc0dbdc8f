"""The templates of utbildningsplaner: each is whole, says nothing the program does not know, and leads in no circle."""

import re

import pytest

from itadmin.assets import asset
from itadmin.domain.problems import KnownError
from itadmin.domain.values import LISTS
from itadmin.services.training.templates import PlanTemplate, template, templates, usual_template, with_system

ALL = pytest.mark.parametrize("chosen", templates(), ids=lambda chosen: chosen.key)
DEMANDED = ("fore_behorighet", "obligatorisk")


def texts(chosen: PlanTemplate) -> list[str]:
    plan = [chosen.name, chosen.about, chosen.title, chosen.responsible_function, chosen.purpose, chosen.follow_up]
    modules = [text for module in chosen.modules for text in (module.code, module.title, module.content)]
    duties = [text for duty in chosen.duties for text in (duty.function, duty.task)]
    return [*plan, *modules, *duties, *(row.note for row in chosen.audiences)]


def test_there_is_one_for_each_kind_of_system_and_one_for_all_and_for_the_it_staff() -> None:
    assert [chosen.key for chosen in templates()] == [
        "verksamhetssystem",
        "stodsystem",
        "e_tjanst",
        "infrastruktur",
        "skola",
        "allman",
        "it_personal",
    ]
    categories = [category for chosen in templates() for category in chosen.categories]
    assert sorted(categories) == sorted(LISTS["systemkategori"])
    assert {chosen.kind for chosen in templates()} == set(LISTS["utbildningsplansslag"])


@ALL
def test_it_says_all_that_a_plan_is_expected_to_say(chosen: PlanTemplate) -> None:
    assert all(text.strip() == text != "" for text in texts(chosen))
    assert chosen.audiences
    assert chosen.modules
    assert chosen.duties
    assert 0 < chosen.target_percent <= 10_000
    assert not re.search(r"procent|%|[Mm]ålet", chosen.purpose)  # the share that is aimed at has a field of its own
    assert chosen.all_staff == (chosen.kind == "allman")


@ALL
def test_its_words_are_of_the_value_lists(chosen: PlanTemplate) -> None:
    audiences = {row.audience for row in chosen.audiences}
    assert audiences <= LISTS["malgrupp"].keys()
    assert len(audiences) == len(chosen.audiences)
    assert {row.level for row in chosen.audiences} <= LISTS["kompetensniva"].keys()
    for module in chosen.modules:
        assert module.form in LISTS["utbildningsform"]
        assert module.level in LISTS["kompetensniva"]
        assert module.demands
        assert set(module.demands.values()) <= LISTS["momentkrav"].keys()
        assert module.demands.keys() <= audiences
        assert module.minutes > 0
        assert (module.valid_months or 1) > 0


@ALL
def test_each_malgrupp_has_something_to_learn(chosen: PlanTemplate) -> None:
    demanded = {
        audience for module in chosen.modules for audience, demand in module.demands.items() if demand in DEMANDED
    }
    assert demanded == {row.audience for row in chosen.audiences}


@ALL
def test_what_a_module_presupposes_stands_before_it_so_that_there_is_no_circle(chosen: PlanTemplate) -> None:
    known: set[str] = set()
    for module in chosen.modules:
        assert set(module.prerequisites) <= known
        assert module.code not in known
        known.add(module.code)


@ALL
def test_who_must_go_through_a_module_must_go_through_what_it_presupposes(chosen: PlanTemplate) -> None:
    demands = {module.code: module.demands for module in chosen.modules}
    for module in chosen.modules:
        for audience, demand in module.demands.items():
            if demand in DEMANDED:
                assert all(demands[code].get(audience) in DEMANDED for code in module.prerequisites), module.code


@ALL
def test_the_levels_of_what_is_demanded_reach_what_a_malgrupp_must_know(chosen: PlanTemplate) -> None:
    for row in chosen.audiences:
        taught = [module.level for module in chosen.modules if module.demands.get(row.audience) in DEMANDED]
        assert max(taught) >= row.level, row.audience


@ALL
def test_only_the_name_of_a_system_is_exchanged_and_only_where_there_is_one(chosen: PlanTemplate) -> None:
    words = {word for text in texts(chosen) for word in re.findall(r"\{.*?\}+", text)}
    assert words == ({"{{system}}"} if chosen.kind == "system" else set())


@ALL
def test_its_text_is_set_as_swedish_is(chosen: PlanTemplate) -> None:
    for text in texts(chosen):
        assert not re.search(r"  | - |[\"']|\.\.|\s[.,;:]|—", text), text
    sentences = [chosen.about, chosen.purpose, chosen.follow_up, *(module.content for module in chosen.modules)]
    assert all(text.endswith(".") for text in [*sentences, *(duty.task for duty in chosen.duties)])


def test_lines_of_a_paragraph_are_joined_and_paragraphs_kept() -> None:
    purpose = template("verksamhetssystem").purpose
    assert len(purpose.split("\n\n")) == 2
    assert purpose.count("\n") == 2


def test_the_name_of_the_system_takes_its_place() -> None:
    assert with_system("Grundkurs i {{system}}", "Kvarnen") == "Grundkurs i Kvarnen"


@pytest.mark.parametrize(
    ("category", "key"),
    [("skola", "skola"), ("plattform", "infrastruktur"), ("iot", "infrastruktur"), ("", "verksamhetssystem")],
)
def test_each_category_has_its_usual_template(category: str, key: str) -> None:
    assert usual_template(category).key == key


def test_a_template_that_there_is_not_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(KnownError, match=r"ingen mall ”skolan”\. Välj bland verksamhetssystem, stodsystem"):
        template("skolan")


def test_nothing_else_lies_among_the_templates() -> None:
    assert {path.suffix for path in asset("resources", "templates", "training").iterdir()} == {".toml"}


def test_plans_say_by_name_which_template_they_are_made_from() -> None:
    assert {chosen.key: chosen.name for chosen in templates()} == LISTS["utbildningsmall"]
