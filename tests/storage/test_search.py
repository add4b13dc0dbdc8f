"""What is found by words, and that no word can do harm."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from itadmin.domain.identifiers import municipality_id, seeded_id_source
from itadmin.domain.registers import REGISTERS
from itadmin.services.clock import Surroundings
from itadmin.services.workspace import Workspace
from itadmin.storage import hits, search
from itadmin.storage.engine import RegisterFile, open_register
from itadmin.storage.hits import Hit
from itadmin.storage.reads import ListQuery
from itadmin.storage.search import expression_of, is_soon_told, match_expression


def find(workspace: Workspace, words: str, limit: int = 50) -> list[Hit]:
    with workspace.file.reading() as connection:
        return hits.find(connection, words, limit)


def found(workspace: Workspace, words: str) -> list[UUID]:
    return [hit.record_id for hit in find(workspace, words)]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Åmål", "amal"),
        ("Åmål", "ÅMÅL"),
        ("Amal", "åmål"),
        ("Café Crème", "cafe creme"),
        ("Café", "cafe\u0301"),
        ("Lifecare", "life"),
        ("Lifecare Mobil Omsorg", "omsorg life"),
        ("W3D3", "w3d3"),
        ("e-tjänst", "e-tjänst"),
        ("Vård & omsorg", "vård&omsorg"),
        ("AND OR NOT NEAR", "NOT near"),
        ("AND OR NOT NEAR", "and"),
        ("Treserva 365", "365"),
        ("a\ue703m", "a\ue703m"),
        ("G\u1c9a 1", "g\u1c9a"),
        ("Vård/omsorg", "omsorg - vård"),
    ],
)
def test_words_find_the_beginnings_of_words_without_accents(workspace: Workspace, name: str, words: str) -> None:
    system = workspace.records.add("systems", {"name": name})
    assert found(workspace, words) == [system]


@pytest.mark.parametrize(
    "words",
    ['"', "'", "*", '" OR "1"="1', "a*", '"a" OR b', "NEAR(a b)", "title:a", "-a", "^a", "(", ")", "{a} : b", "a AND",
     "%", "\\", ";DROP TABLE systems", "\x00", "\ud800", "🙂", "x" * 100_000, "a " * 20_000],
)  # fmt: skip
def test_no_word_is_an_operator_or_a_crash(workspace: Workspace, words: str) -> None:
    workspace.records.add("systems", {"name": "Lifecare"})
    assert find(workspace, words) == []


@given(st.text(max_size=30))
def test_an_expression_holds_nothing_but_quoted_beginnings(words: str) -> None:
    expression = match_expression(words)
    for part in expression.split(" ") if expression else []:
        assert part.startswith('"')
        assert part.endswith('"*')
        assert '"' not in part[1:-2].replace('""', "")


@pytest.mark.parametrize(
    ("words", "expression"),
    [
        ("", ""),
        (" \t ", ""),
        ('" * -', ""),
        ("amal", '"amal"*'),
        ('o"b', '"o""b"*'),
        (" a  b ", '"a"* "b"*'),
        ("a " * 100, " ".join(['"a"*'] * 30)),
    ],
)
def test_words_become_quoted_beginnings(words: str, expression: str) -> None:
    assert match_expression(words) == expression


def test_a_hit_says_where_and_the_name_weighs_most(workspace: Workspace) -> None:
    beside = workspace.records.add("systems", {"name": "Annat", "purpose": "Omsorg, omsorg och omsorg"})
    named = workspace.records.add("systems", {"name": "Journal för omsorg", "purpose": "Annat " * 100})
    first, second = find(workspace, "omsorg")
    assert [first.record_id, second.record_id] == [named, beside]
    assert (second.register, second.label) == ("systems", "Annat")
    assert "omsorg" in second.context.casefold()
    assert len(find(workspace, "omsorg", limit=1)) == 1


@pytest.mark.parametrize(
    ("register", "values"),
    [
        ("systems", {"name": "Lifecare"}),
        ("agreements", {"title": "Avtal"}),
        ("organisations", {"name": "Bolaget AB"}),
        ("people", {"name": "Anna Ek"}),
        ("integrations", {"name": "Avgifter"}),
    ],
)
def test_notes_are_found(workspace: Workspace, register: str, values: dict[str, str]) -> None:
    noted = workspace.records.add(register, {**values, "note": "Reservnyckeln ligger i skåpet."})
    workspace.records.add(register, {name: f"{value} två" for name, value in values.items()})
    (hit,) = find(workspace, "skåpet")
    assert (hit.register, hit.record_id, hit.label) == (register, noted, next(iter(values.values())))
    assert "skåpet" in hit.context
    assert workspace.reading().keys(register, ListQuery(words="reservnyckel")) == [noted]


@pytest.mark.parametrize(
    ("register", "values"),
    [
        ("systems", {"name": "A", "links": [{"title": "Reservnyckeln", "address": "https://exempel.se"}]}),
        ("systems", {"name": "A", "attachments": [{"file_name": "Reservnyckeln 2024.pdf", "digest": "0" * 64}]}),
        ("agreements", {"title": "A", "attachments": [{"file_name": "a.pdf", "title": "Reservnyckeln"}]}),
        ("agreements", {"title": "A", "links": [{"title": "Reservnyckeln", "address": "https://exempel.se"}]}),
        ("access_decisions", {"access_right": "Läsa", "reason": "Har reservnyckeln"}),
    ],
)
def test_links_files_and_reasons_are_found(workspace: Workspace, register: str, values: dict[str, object]) -> None:
    system = workspace.records.add("systems", {"name": "Raindance"})
    more = {"system": str(system), "function": "Ekonom", "starts_on": "2026-01-01"}
    of_it = workspace.records.add(register, {**values, **(more if register == "access_decisions" else {})})
    (hit,) = find(workspace, "reservnyck")
    assert (hit.register, hit.record_id, hit.in_name) == (register, of_it, False)
    assert "eservnyckeln" in hit.context
    rows = next((name for name in ("links", "attachments") if name in values), "")
    if rows:
        workspace.records.save(register, of_it, {rows: []})
        assert found(workspace, "reservnyck") == []


def test_a_record_is_found_by_what_it_says_now(workspace: Workspace) -> None:
    system = workspace.records.add("systems", {"name": "Gammalt", "product": "Urd"})
    workspace.records.save("systems", system, {"name": "Nytt"})
    assert (found(workspace, "gammalt"), found(workspace, "nytt"), found(workspace, "urd")) == ([], [system], [system])
    workspace.undo.undo()
    assert (found(workspace, "gammalt"), found(workspace, "nytt")) == ([system], [])


def test_the_bin_is_not_searched(workspace: Workspace) -> None:
    system = workspace.records.add("systems", {"name": "Lifecare"})
    workspace.records.delete("systems", [system])
    assert found(workspace, "lifecare") == []
    workspace.records.restore("systems", [system])
    assert found(workspace, "lifecare") == [system]
    workspace.undo.undo()
    workspace.undo.undo()
    workspace.undo.undo()
    assert found(workspace, "lifecare") == []


def test_placeholders_are_not_found(workspace: Workspace) -> None:
    with workspace.file.writing() as connection:
        search.refresh(connection, REGISTERS["organisations"], [municipality_id("1438")])
    assert found(workspace, "kommun") == [municipality_id("1460")]


def test_one_entry_for_each_record_whatever_is_done(workspace: Workspace) -> None:
    system = workspace.records.add("systems", {"name": "Lifecare"})
    for name in "abcd":
        workspace.records.save("systems", system, {"name": name})
    workspace.undo.undo()
    with workspace.file.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM search_index")).scalar_one() == 2
    with workspace.file.writing() as connection:
        connection.execute(text("INSERT INTO search_index (search_index) VALUES ('integrity-check')"))


def test_long_text_is_searched_to_its_end(workspace: Workspace) -> None:
    note = "ord " * 25_000 + "sistaordet"
    agreement = workspace.records.add("agreements", {"title": "Långt", "note": note})
    (hit,) = find(workspace, "sistaordet")
    assert hit.record_id == agreement
    assert len(hit.context) < 200


def test_every_register_gets_its_share_and_what_others_leave(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hits, "_FEW", 20)
    for number in range(30):
        workspace.records.add("systems", {"name": f"Omsorg {number}"})
    people = [workspace.records.add("people", {"name": f"Omsorg {number}"}) for number in range(2)]
    agreement = workspace.records.add("agreements", {"title": "Omsorg"})
    counted = Counter(hit.register for hit in find(workspace, "omsorg", limit=10))
    assert counted == {"systems": 7, "agreements": 1, "people": 2}
    assert {hit.record_id for hit in find(workspace, "omsorg", limit=10)} > {agreement, *people}
    assert Counter(hit.register for hit in find(workspace, "omsorg", limit=3)) == dict.fromkeys(counted, 1)


def test_of_very_many_hits_those_whose_name_begins_so_come_first(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hits, "_FEW", 5)
    for number in range(10):
        workspace.records.add("systems", {"name": f"Annat {number}", "purpose": "omsorg"})
    for number in range(10):
        workspace.records.add("systems", {"name": f"Barn och omsorg {number}"})
    begins = workspace.records.add("systems", {"name": "Omsorgen"})
    labels = [hit.label for hit in find(workspace, "omsorg", limit=50)]
    assert labels[0] == "Omsorgen"
    assert found(workspace, "omsorg")[0] == begins
    assert labels[1].startswith("Barn")
    assert labels[-1].startswith("Annat")


def test_what_is_removed_leaves_nothing_behind(workspace: Workspace) -> None:
    workspace.records.add("systems", {"name": "Gammalt"})
    workspace.undo.undo()
    workspace.records.add("systems", {"name": "Nytt"})
    assert found(workspace, "gammalt") == []
    assert [hit.label for hit in find(workspace, "nytt")] == ["Nytt"]


NAMES = ("Abbaå", "abbaa1 bab", "åäbä båb", "b abab", "éa1 åabb babab1", "AbÅbä1b b1", "bbbbbb abåé")
LETTERS = st.text(st.sampled_from("aåäbBÅé1"), min_size=1, max_size=7)


@pytest.fixture(scope="module")
def beginnings_of_words(tmp_path_factory: pytest.TempPathFactory, new_register: bytes) -> Iterator[RegisterFile]:
    path = tmp_path_factory.mktemp("ord") / "ord.itadmin"
    path.write_bytes(new_register)
    moment = datetime(2026, 11, 22, 12, tzinfo=UTC)
    around = Surroundings(lambda: moment, seeded_id_source("ord", 1).new, "Kim Berg", "DATOR12")
    workspace = Workspace(open_register(path, "Kim Berg"), around)
    for name in NAMES:
        workspace.records.add("systems", {"name": name, "purpose": "abab åäbäb1"})
    yield workspace.file
    workspace.close()


@settings(max_examples=60)
@given(st.lists(LETTERS, min_size=1, max_size=2), st.sampled_from(("", "title : ")))
def test_long_beginnings_find_the_same_by_the_words_they_begin(
    beginnings_of_words: RegisterFile, words: list[str], where: str
) -> None:
    typed = " ".join(words)
    with beginnings_of_words.reading() as connection:
        found = [
            connection.exec_driver_sql(
                "SELECT rowid FROM search_index WHERE search_index MATCH ?", (f"{where}({expression})",)
            ).all()
            for expression in (match_expression(typed), expression_of(connection, typed))
        ]
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("words", "expression"),
    [
        ("abba", '("abba"*)'),
        ("abbaå", '("abbaa" OR "abbaa1")'),
        ("ABBAÅ1", '("abbaa1")'),
        ("abbab é", '("abbab"*) AND ("é"*)'),
        ("abba-b", '("abba-b"*)'),
        ("", ""),
    ],
)
def test_a_long_beginning_is_told_as_the_words_of_the_index(
    beginnings_of_words: RegisterFile, words: str, expression: str
) -> None:
    with beginnings_of_words.reading() as connection:
        assert expression_of(connection, words) == expression


@pytest.mark.parametrize(("words", "soon"), [("abba", True), ("abbaå ab", True), ("abbab", False), ('ab"bab', False)])
def test_what_must_be_gathered_is_not_soon_told(beginnings_of_words: RegisterFile, words: str, soon: bool) -> None:
    with beginnings_of_words.reading() as connection:
        assert is_soon_told(expression_of(connection, words)) is soon


def test_of_very_many_words_the_beginning_is_asked_for(
    beginnings_of_words: RegisterFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_MOST_TERMS", 1)
    with beginnings_of_words.reading() as connection:
        assert expression_of(connection, "abbaa") == '("abbaa"*)'
