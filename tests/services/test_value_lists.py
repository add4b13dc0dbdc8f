"""Value lists worded one's own way: each change is one step, codes stay, and what is in use is not taken away."""

from datetime import date

import pytest

from itadmin.domain.problems import KnownError
from itadmin.domain.values import LIST_NAMES, LISTS
from itadmin.services.value_lists import ValueLists
from itadmin.services.workspace import Workspace

CATEGORIES = "systemkategori"
LEVELS = "samverkansniva"


@pytest.fixture
def lists(workspace: Workspace) -> ValueLists:
    return ValueLists(workspace.records, workspace.reading())


def names(lists: ValueLists, values: str = CATEGORIES) -> list[str]:
    return [line.name for line in lists.lines(values)]


def codes(lists: ValueLists, values: str = CATEGORIES) -> list[str]:
    return [line.code for line in lists.lines(values)]


@pytest.mark.parametrize("values", LIST_NAMES)
def test_a_list_that_nobody_has_touched_is_the_programs_own(lists: ValueLists, values: str) -> None:
    lines = lists.lines(values)
    assert {line.code: line.name for line in lines} == LISTS[values]
    assert not any(line.is_own or line.is_changed or line.hidden for line in lines)


def test_a_word_is_relabelled_hidden_and_described_and_each_is_a_step(lists: ValueLists, workspace: Workspace) -> None:
    for said in ({"name": " Webbtjänst "}, {"hidden": True}, {"description": "Det som syns utåt."}):
        lists.change(CATEGORIES, "e_tjanst", said)
    line = next(line for line in lists.lines(CATEGORIES) if line.code == "e_tjanst")
    assert (line.name, line.default, line.hidden) == ("Webbtjänst", "E-tjänst", True)
    assert line.description == "Det som syns utåt."
    assert line.is_changed
    assert not line.is_own
    assert workspace.undo.state().undo == "Ändrade Webbtjänst i Systemkategorier"
    for _step in range(3):
        workspace.undo.undo()
    assert names(lists) == list(LISTS[CATEGORIES].values())


def test_what_is_said_again_as_it_was_is_no_step(lists: ValueLists) -> None:
    assert lists.change(CATEGORIES, "iot", {"name": "Prylar"}).changes
    assert not lists.change(CATEGORIES, "iot", {"name": "Prylar"}).changes


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Skriv ett ord"),
        (" \x00 ", "Skriv ett ord"),
        ("skola", "”skola” finns redan i listan"),
        ("e_tjanst", "finns redan"),
        ("E-TJÄNST", "finns redan"),
        ("x" * 200, "120"),
    ],
)
def test_a_word_that_is_taken_empty_or_too_long_is_refused(lists: ValueLists, name: str, sentence: str) -> None:
    with pytest.raises(KnownError, match=sentence):
        lists.change(CATEGORIES, "iot", {"name": name})
    with pytest.raises(KnownError, match=sentence):
        lists.add(CATEGORIES, name)
    assert names(lists) == list(LISTS[CATEGORIES].values())


def test_a_word_may_have_its_old_word_back_by_writing_it(lists: ValueLists) -> None:
    lists.change(CATEGORIES, "iot", {"name": "Prylar"})
    lists.change(CATEGORIES, "iot", {"name": "Uppkopplade saker"})
    assert names(lists) == list(LISTS[CATEGORIES].values())


def test_own_words_get_codes_that_say_whose_they_are(lists: ValueLists) -> None:
    for name in ("E-arkiv & diarium", "e arkiv: diarium", "???"):
        lists.add(CATEGORIES, name)
    own = [(line.code, line.name) for line in lists.lines(CATEGORIES) if line.is_own]
    assert own == [
        ("1460.e_arkiv_diarium", "E-arkiv & diarium"),
        ("1460.e_arkiv_diarium_2", "e arkiv: diarium"),
        ("1460.ord", "???"),
    ]


def test_only_open_lists_get_more_words(lists: ValueLists) -> None:
    with pytest.raises(KnownError, match="Kritikalitet kan byta namn"):
        lists.add("kritikalitet", "Livsviktig")


def test_words_are_moved_past_each_other_and_not_beyond_the_ends(lists: ValueLists, workspace: Workspace) -> None:
    lists.add(CATEGORIES, "E-arkiv")
    before = codes(lists)
    lists.move(CATEGORIES, "1460.e_arkiv", -1)
    assert codes(lists) == [*before[:-2], before[-1], before[-2]]
    lists.move(CATEGORIES, before[0], 1)
    assert codes(lists)[:2] == [before[1], before[0]]
    assert not lists.move(CATEGORIES, before[1], -1).changes
    assert workspace.undo.state().undo == "Ändrade ordningen i Systemkategorier"


def test_moving_through_the_whole_list_and_back_leaves_it_as_it_was(lists: ValueLists) -> None:
    before = codes(lists)
    for step in (1, -1):
        for _place in before:
            lists.move(CATEGORIES, before[0], step)
    assert codes(lists) == before


def test_an_own_word_is_taken_away_unless_a_record_has_it(lists: ValueLists, workspace: Workspace) -> None:
    lists.add(CATEGORIES, "E-arkiv")
    code = codes(lists)[-1]
    system = workspace.records.add("systems", {"name": "Arkivet", "category": code})
    workspace.records.delete("systems", [system])
    with pytest.raises(KnownError, match="E-arkiv används på en post"):
        lists.reset(CATEGORIES, code)
    workspace.records.restore("systems", [system])
    workspace.records.save("systems", system, {"category": "skola"})
    lists.reset(CATEGORIES, code)
    assert codes(lists) == list(LISTS[CATEGORIES])
    assert workspace.undo.undo().title
    assert codes(lists)[-1] == code


def test_a_list_is_put_back_in_one_step_with_own_words_last(lists: ValueLists, workspace: Workspace) -> None:
    lists.add(CATEGORIES, "E-arkiv")
    own = codes(lists)[-1]
    for _step in range(3):
        lists.move(CATEGORIES, own, -1)
    lists.change(CATEGORIES, "skola", {"name": "Utbildning", "hidden": True})
    lists.reset_all(CATEGORIES)
    assert names(lists) == [*LISTS[CATEGORIES].values(), "E-arkiv"]
    assert [line.is_changed for line in lists.lines(CATEGORIES)] == [False] * len(LISTS[CATEGORIES]) + [True]
    workspace.undo.undo()
    assert "Utbildning" in names(lists)


def test_a_level_is_adopted_on_a_day_with_its_source(lists: ValueLists, workspace: Workspace) -> None:
    assert workspace.reading().words.is_proposed(LEVELS, "3")
    lists.change(LEVELS, "3", {"adopted_on": "2026-03-12", "source": "IT-chefsgruppen § 4"})
    line = next(line for line in lists.lines(LEVELS) if line.code == "3")
    assert (line.adopted_on, line.source, line.name) == (date(2026, 3, 12), "IT-chefsgruppen § 4", LISTS[LEVELS]["3"])
    assert not workspace.reading().words.is_proposed(LEVELS, "3")
    assert workspace.reading().words.is_proposed(LEVELS, "4")


def test_a_word_that_is_gone_is_told(lists: ValueLists) -> None:
    with pytest.raises(KnownError, match="finns inte längre"):
        lists.change(CATEGORIES, "1460.gone", {"name": "x"})
