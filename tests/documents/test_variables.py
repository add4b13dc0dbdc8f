"""Values in texts: whose value holds, where it is filled in, and that a bad list is told of."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from itadmin.documents.content import Missing
from itadmin.documents.prepared import Target
from itadmin.documents.templates import TemplateError
from itadmin.documents.variables import (
    Value,
    Variable,
    known_variables,
    merged,
    read_variables,
    target_of,
    values_of,
    words_of,
)
from itadmin.domain.registers.document_variables import DocumentVariable

OURS, THEIRS = UUID(int=1), UUID(int=2)
KNOWN = {"a": Variable("a", "Ett", default="x"), "b": Variable("b", "Två")}


def said(number: int, name: str, value: str, municipality: UUID | None = None) -> DocumentVariable:
    return DocumentVariable(id=UUID(int=number), name=name, value=value, municipality=municipality)


@pytest.mark.parametrize(
    ("records", "name", "text", "origin", "record"),
    [
        ([], "a", "x", "shipped", None),
        ([], "b", "", "shipped", None),
        ([said(7, "a", "y")], "a", "y", "common", 7),
        ([said(7, "a", "")], "a", "x", "shipped", 7),
        ([said(7, "a", "y", OURS)], "a", "y", "local", 7),
        ([said(7, "a", "y", THEIRS)], "a", "x", "shipped", None),
        ([said(7, "a", "y", OURS), said(8, "a", "z")], "a", "y", "local", 7),
        ([said(7, "a", "", OURS), said(8, "a", "z")], "a", "z", "common", 7),
        ([said(7, "eget", "e")], "eget", "e", "common", 7),
    ],
)
def test_whose_value_holds(
    records: list[DocumentVariable], name: str, text: str, origin: str, record: int | None
) -> None:
    found = merged(KNOWN, records, OURS)[name]
    assert (found.text, found.origin) == (text, origin)
    assert found.record_id == (None if record is None else UUID(int=record))


def test_the_common_value_does_not_know_of_a_kommuns_own() -> None:
    assert merged(KNOWN, [said(7, "a", "y", OURS)], None)["a"].text == "x"


def test_what_stands_in_a_text(example: Any) -> None:
    rows = [
        {"id": 70, "name": "servicedesk_telefon", "value": "0530-00 00 00"},
        {"id": 71, "name": "eget", "value": "e"},
    ]
    reading = example.adding("document_variables", *rows).reading
    words = words_of(values_of(reading, None))
    assert words["servicedesk_telefon"] == "0530-00 00 00"
    assert words["eget"] == "e"
    assert words["losenord_minlangd"] == known_variables()["losenord_minlangd"].default
    assert words["servicedesk_epost"] == (Missing("servicedeskens e-postadress"),)
    assert words["kommun"] == "Melleruds kommun"
    assert words_of(values_of(reading, example.ids["amal"]))["kommun"] == "Åmåls kommun"
    assert values_of(reading, None)["kommun"].origin == "register"


def test_where_a_value_is_filled_in() -> None:
    value = Value(KNOWN["b"], "", "common", UUID(int=7))
    assert target_of("b", value, OURS) == Target("document_variables", UUID(int=7), "value")
    begun = (("name", "b"), ("municipality", str(OURS)))
    assert target_of("b", None, OURS) == Target("document_variables", None, "value", begun)
    assert target_of("b", None, None) == Target("document_variables", None, "value", (("name", "b"),))


def test_every_known_value_says_what_it_is() -> None:
    for name, variable in known_variables().items():
        assert DocumentVariable(name=variable.name).name == name
        assert variable.label[0].isupper()
        assert variable.example
    labels = [variable.label.lower() for variable in known_variables().values()]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"a = ", "går inte att läsa"),
        (b"\xff", "går inte att läsa"),
        (b"a = 1", "saknar sitt namn"),
        (b"[a]\ndefault = 'x'", "saknar sitt namn"),
        (b"[a]\nlabel = 'x'\ndefault = 3", "saknar sitt namn"),
    ],
)
def test_a_bad_list_is_told_of(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "variables.toml"
    path.write_bytes(content)
    with pytest.raises(TemplateError, match=sentence):
        read_variables(path)
