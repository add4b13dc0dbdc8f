"""What the benchmarks promise but for their figures: arithmetic, order, form, and that both sides do the same work."""

from __future__ import annotations

import io
import json
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
from pypdfium2 import PdfDocument

from itadmin.documents.content import (
    Appendix,
    Bar,
    BarChart,
    BulletList,
    Cell,
    Clause,
    Column,
    Contents,
    Cover,
    CoverParty,
    DataTable,
    Field,
    FieldTable,
    Heading,
    Item,
    Link,
    Missing,
    Paper,
    Paragraph,
    Profile,
    Signatory,
    SignatureBlock,
    SignatureParty,
    Strong,
)
from itadmin.documents.pdf.render import render
from itadmin.domain.calculations.notice import State, evaluate
from itadmin.services.attention import overview
from itadmin.services.reading import ListQuery
from itadmin.services.sample_values import SAMPLE_DAY
from itadmin.services.workspace import open_reading

ROOT = Path(__file__).resolve().parent.parent

Load = Callable[[str], Any]


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Load:
    """The modules of the benchmarks, which lie beside the program and are no part of it."""
    monkeypatch.syspath_prepend(ROOT)
    return lambda name: import_module(f"benchmarks.{name}")


# Arithmetic and order


def run(load: Load, rounds: int, told: list[str] | None = None) -> Any:
    return load("runner").Run(rounds, [].append if told is None else told.append)


def test_a_ratio_is_the_median_of_the_rounds_ratios(load: Load) -> None:
    """Not the ratio of the medians, which a machine that is slow for a while would move."""
    found = load("runner").compared([10.0, 100.0, 30.0], [10.0, 20.0, 10.0])
    assert (found.ms, found.floor_ms, found.ratio) == (30.0, 10.0, 3.0)
    assert load("runner").ratio([10.0, 100.0, 32.0], [10.0, 20.0, 10.0]) == 3.2


def test_sides_must_have_as_many_rounds(load: Load) -> None:
    with pytest.raises(ValueError, match="longer"):
        load("runner").ratio([1.0], [1.0, 2.0])


def test_the_sides_take_turns_after_a_first_turn_that_does_not_count(load: Load) -> None:
    turns: list[str] = []

    def side(name: str) -> Callable[[], int]:
        def take_turn() -> int:
            turns.append(name)
            return len(turns)

        return take_turn

    told: list[str] = []
    found = load("runner").in_turns(run(load, 3, told), {"own": side("own"), "floor": side("floor")})
    assert turns == ["own", "floor", "own", "floor", "floor", "own", "own", "floor"]
    assert found == {"own": [3, 6, 7], "floor": [4, 5, 8]}
    assert told == ["varv 1 av 3", "varv 2 av 3", "varv 3 av 3"]


def test_work_is_timed(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter([1.0, 3.5])
    monkeypatch.setattr(load("runner"), "perf_counter", lambda: next(moments))
    done: list[int] = []
    assert load("runner").seconds(lambda: done.append(1)) == 2.5
    assert done == [1]


# The command


def main(load: Load, *arguments: str) -> int:
    compared = load("runner").Compared

    def start(run: Any) -> dict[str, Any]:
        run.tell("varv 1 av 1")
        return {"first_paint": compared(412.345, 380.0, 1.08511), "memory_mb": 141.987, "rounds": run.rounds}

    def unhappy(_run: Any) -> dict[str, Any]:
        raise load("processes").ChildError("Mätningen kom aldrig fram till paper.")

    status: int = load("__main__").main(
        arguments, {"start": start, "other": lambda _run: {"pages": 14}, "bad": unhappy}
    )
    return status


def test_json_is_all_that_is_printed(load: Load, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(load, "other", "start", "--json", "--rounds", "3") == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out) == {
        "start": {"first_paint": {"ms": 412.35, "floor_ms": 380.0, "ratio": 1.09}, "memory_mb": 141.99, "rounds": 3},
        "other": {"pages": 14},
    }
    assert printed.err == ""


def test_a_table_is_printed_for_people(load: Load, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(load, "start", "other") == 0
    printed = capsys.readouterr()
    lines = [line.split("  ") for line in printed.out.splitlines()]
    cells = [[cell.strip() for cell in line if cell.strip()] for line in lines]
    assert cells == [
        ["här", "mot", "gånger"],
        ["Start, mot ett tomt fönster"],
        ["Första målningen", "412 ms", "380 ms", "1,09"],
        ["Minne med listan framme, MB", "142"],
        ["rounds", "7"],
        ["other"],
        ["Sidor i avtalet", "14"],
    ]
    assert printed.err == "start: varv 1 av 1\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["fel"], "fel finns inte. Välj bland start, other, bad."),
        (["--rounds", "0"], "Skriv ett helt tal från 1 till 1000."),
        (["--rounds", "två"], "Skriv ett helt tal från 1 till 1000."),
        (["--rounds", "²"], "Skriv ett helt tal från 1 till 1000."),
        (["--fort"], "Det här går inte att förstå: --fort."),
    ],
)
def test_wrong_usage_is_told(
    load: Load, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    assert main(load, *arguments) == 2
    printed = capsys.readouterr()
    assert sentence in printed.err
    assert printed.out == ""


def test_a_measurement_that_fails_is_told(load: Load, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(load, "bad", "--json") == 1
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "Mätningen kom aldrig fram till paper.\n")


def test_figures_of_several_are_told_by_whose_they_are(load: Load) -> None:
    figures = {"peers": {"typst": 437.219, "annan": 2.5}}
    assert load("runner").plain(figures) == {"peers": {"typst": 437.22, "annan": 2.5}}
    printed = load("printing").table({"documents": figures}).splitlines()[2:]
    assert [line.split() for line in printed] == [["Samma", "avtal", "med", "typst", "437"], ["annan", "2,50"]]


def test_help_names_the_benchmarks(load: Load, capsys: pytest.CaptureFixture[str]) -> None:
    program = load("__main__")
    assert program.main(["--help"]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert "Så här: python -m benchmarks" in printed
    assert ", ".join(program.BENCHMARKS) in printed


def test_the_table_that_is_taken_in_is_what_the_floor_writes(load: Load, tmp_path: Path) -> None:
    importing = load("importing")
    rows = [importing._row(number) for number in range(40)]
    assert {len(row) for row in rows} == {len(importing._HEADINGS)}
    assert load("floors.inserting").insert_rows(tmp_path / "golv.sqlite", importing._HEADINGS, rows) > 0
    with closing(sqlite3.connect(tmp_path / "golv.sqlite")) as connection:
        assert connection.execute("SELECT * FROM systems").fetchall() == [
            (number, *row) for number, row in enumerate(rows, start=1)
        ]


# Processes


@pytest.fixture
def child(load: Load, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], Any]:
    """Runs a text as a child that is measured."""
    monkeypatch.setattr(load("processes"), "ROOT", tmp_path)

    def run_text(text: str) -> Any:
        (tmp_path / "barn.py").write_text(text, encoding="utf-8")
        return load("processes").run_child("barn", "7")

    return run_text


def test_a_child_tells_moments_on_a_clock_it_shares(child: Callable[[str], Any]) -> None:
    told = child("import sys, time\nprint('done', time.perf_counter_ns())\nprint('given', sys.argv[1])")
    assert told.ms("done") > 0
    assert told.ms("done") == (told.value("done") - told.started) / 1e6
    assert told.value("given") == 7


def test_a_child_keeps_its_compiled_modules_and_shows_no_window(
    child: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    told = child(
        "import os, sys\nprint('forgets', int(sys.dont_write_bytecode))\n"
        "print('hidden', int(os.environ['QT_QPA_PLATFORM'] == 'offscreen'))"
    )
    assert told.values == {"forgets": 0, "hidden": 1}


def test_a_child_that_fails_or_says_too_little_is_told(load: Load, child: Callable[[str], Any]) -> None:
    failure = load("processes").ChildError
    with pytest.raises(failure, match="barn avbröts: gick inte"):
        child("import sys\nsys.exit('gick inte')")
    with pytest.raises(failure, match="kom aldrig fram till usable_list"):
        child("").ms("usable_list")


# What is measured


def test_the_register_has_its_systems_with_all_that_a_list_shows(load: Load, tmp_path: Path) -> None:
    file = tmp_path / "matning.itadmin"
    load("material").make_register(file, 30)
    reading = open_reading(file, date(2026, 11, 22))
    systems = reading.many("systems", reading.keys("systems", ListQuery()))
    assert len({read.label for read in systems.values()}) == 30
    for read in systems.values():
        assert {"system_owner", "system_manager"} <= read.holders.keys()
        assert getattr(read.record, "supplier", None) in read.labels


def test_the_work_list_is_measured_on_systems_and_agreements_that_say_something(load: Load, tmp_path: Path) -> None:
    file = tmp_path / "matning.itadmin"
    load("material").make_register(file, 10, 70)
    reading = open_reading(file, SAMPLE_DAY)
    work, figures = overview(reading)
    reading.close()
    assert figures.systems == 10
    assert 10 < figures.agreements_in_force < 70
    assert {line.register for line in work.lines} == {"systems", "agreements", "organisations"}


def test_the_map_of_competence_is_read_and_painted_beside_its_floor(
    load: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    competence = load("competence")
    monkeypatch.setattr(competence, "PEOPLE", 3)
    monkeypatch.setattr(competence, "AREAS", 4)
    found = competence.measure(run(load, 1))
    assert found["map_read_ms"] > 0
    assert found["map_first_ms"] > 0
    assert found["map_drawn"].ms > 0
    assert found["map_drawn"].floor_ms > 0


def test_the_region_has_a_cell_for_every_kommun_and_system(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    samverkan = load("samverkan")
    monkeypatch.setattr(samverkan, "ROWS", 7)
    monkeypatch.setattr(samverkan, "AGREEMENTS", 12)
    found = samverkan.measure(run(load, 1))
    assert found["cells"] == 7 * samverkan.KOMMUNER
    for name in ("matrix_2000x10", "opportunities_2000x10"):
        assert found[name].ms > found[name].floor_ms > 0
    assert min(found["alignment_ms"], found["trend_2000x10_ms"]) > 0


def test_agreements_are_of_all_kinds_and_can_be_evaluated(load: Load) -> None:
    terms = load("agreements").varied_terms(6000)
    states = {evaluate(each, date(2026, 11, 22)).state for each in terms}
    assert len(terms) == len(set(terms)) == 6000
    assert states == set(State) - {State.INCOMPLETE, State.CONTRADICTORY}


def paper() -> Paper:
    """A paper with every kind of block."""
    rows = (("Nätverk & brandvägg", Cell("Röd", 3)), ((Strong("Larm"), Missing("RTO")), ""))
    party = SignatureParty("beställaren", "Åmåls kommun", "Nämnden", (Signatory("Ordförande", "delegation 4"),))
    return Paper(
        title="Driftavtal",
        subtitle="Journal",
        created=datetime(2026, 11, 22, tzinfo=UTC),
        profile=Profile("Melleruds kommun", "IT-enheten"),
        marks=("Övningsdata",),
        header_right="Dnr 7",
        footer_left="Version 2",
        cover=Cover((CoverParty("Systemägare", "Bengtsfors"),), (Field("Nummer", "DA-1"),), "Finstilt"),
        front=(Heading("Uppgifter"), FieldTable((Field("System", "<Lifecare>"),)), Contents()),
        body=(
            Heading("Parter"),
            Clause((Strong("Alfa"), " enligt ", Link("priser"), "\nBeta"), title="Vilka"),
            BulletList(("Gamma", Item("Delta", ("Epsilon",)))),
            Heading("Underordnad", level=2),
            Paragraph("Inledning", "lead"),
            DataTable((Column("Sak\u00adord"), Column("Nivå", "center")), rows, "Nivåer", "Anmärkning", grid=True),
            BarChart((Bar("Kostnad", 3, "3 kr"),), "Stapel", "En stapel"),
            SignatureBlock((party, party)),
        ),
        appendices=(Appendix("Bilaga 1", "Prislista", (Paragraph("Gratis"),), landscape=True, key="priser"),),
    )


def words(pdf: bytes) -> Counter[str]:
    with PdfDocument(io.BytesIO(pdf)) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    return Counter(re.findall(r"\w[\w\u00ad\ufffe]*", " ".join(texts)))


def test_the_peer_prints_the_same_text(load: Load) -> None:
    """Whatever it lacked would make the comparison unfair."""
    peer = load("floors.multibuild").Peer().build(paper())
    assert words(render(paper())) == words(peer)
    assert load("documents").page_count(peer) == load("documents").page_count(render(paper())) == 4
    with PdfDocument(io.BytesIO(peer)) as document:
        assert "Sida 4 av 4" in document[3].get_textpage().get_text_range()


def test_the_other_peers_set_the_same_text(load: Load) -> None:
    """All but header and footer, which each makes its own way."""
    plain = load("floors.plain")
    told = " ".join(texts_of(plain, plain.parts(paper()))).replace("\u00ad", "")
    printed = words(load("floors.multibuild").Peer().build(paper())).keys()
    assert printed - set(re.findall(r"\w+", told)) == {"Dnr", "7", "Version", "Sida", "av"}


def texts_of(plain: Any, parts: Iterable[Any]) -> Iterator[str]:
    for part in parts:
        match part:
            case plain.Headline(text=text) | plain.Outline(title=text):
                yield text
            case plain.Text(text=text, label=label):
                yield label + " " + "".join(stretch for stretch, _strong in text)
            case plain.Grid(rows=rows):
                yield from ("".join(stretch for stretch, _strong in cell) for row in rows for cell in row)


def test_what_a_peer_reads_cannot_be_taken_for_its_marks(load: Load) -> None:
    hostile = replace(paper(), body=(Paragraph('#"][\\ </p>&\u0007\ud800\nTre\u00a0kronor'),))
    typst = load("floors.typst").source(hostile)
    assert '#par[#"#\\"][\\\\ </p>&\ud800"#linebreak()#"Tre\u00a0kronor"]' in typst
    html = load("floors.libreoffice").source(hostile)
    assert "#&quot;][\\ &lt;/p&gt;&amp;\u0007\ud800<br>Tre\u00a0kronor</p>" in html
    assert "&lt;Lifecare&gt;" in html


def test_libreoffice_that_makes_no_file_is_told(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    module = load("floors.libreoffice")
    monkeypatch.setattr(module.subprocess, "run", lambda *_given, **_named: CompletedProcess([], 0, "", "Nej"))
    with pytest.raises(module.LibreOfficeError, match="Nej"):
        module.LibreOffice("soffice").build([paper()])


def test_peers_that_are_not_installed_are_told_and_left_out(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    peers = load("peers")
    monkeypatch.setattr(peers, "_papers", lambda: [paper()])
    monkeypatch.setattr(peers.typst, "is_installed", lambda: False)
    monkeypatch.setattr(peers.libreoffice, "program", lambda: "")
    told: list[str] = []
    found = peers.measure(run(load, 1, told))
    assert found["peers"] == {}
    assert found["different_pages_per_s"] > 0
    assert [sentence for sentence in told if "mäts inte" in sentence] == [
        "typst finns inte här och mäts inte",
        "LibreOffice finns inte här och mäts inte",
    ]
