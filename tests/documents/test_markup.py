"""Texts with simple marks: what each mark becomes, what is only text, and that any text gives a paper."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import page
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itadmin.documents.content import (
    BulletList,
    Column,
    DataTable,
    Heading,
    Item,
    Missing,
    NumberedList,
    Paper,
    Paragraph,
    Profile,
    Strong,
)
from itadmin.documents.markup import blocks_of, values_in
from itadmin.documents.pdf.render import render

WORDS = {"telefon": "0531-00 00 00", "tomt": (Missing("Servicedeskens telefon"),), "Stort": "Namn"}
TABLE = (Paragraph("Här står målen."),)


def a_paper(*blocks: Any) -> bytes:
    whole = Paper(
        title="Prov", created=datetime(2026, 11, 22, tzinfo=UTC), profile=Profile("Bengtsfors kommun"), body=blocks
    )
    return render(whole)


def faults(content: bytes) -> list[str]:
    reports = [page.validate_pdf_bytes(content, profile=profile) for profile in ("2a", "ua1")]
    return [failure.rule_id for report in reports for failure in report.failures]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", ()),
        ("  \n\n ", ()),
        ("Ett stycke\nsom fortsätter.", (Paragraph("Ett stycke som fortsätter."),)),
        ("Ny  \nrad", (Paragraph("Ny\nrad"),)),
        ("Ett.\n\nTvå.", (Paragraph("Ett."), Paragraph("Två."))),
        ("# Högst", (Heading("Högst", 2),)),
        ("## Rubrik\nText", (Heading("Rubrik", 2), Paragraph("Text"))),
        ("### Under", (Heading("Under", 3),)),
        ("##### Djupare", (Heading("Djupare", 3),)),
        ("#Utan mellanslag", (Paragraph("#Utan mellanslag"),)),
        ("Vi **ska** det", (Paragraph(("Vi ", Strong("ska"), " det")),)),
        ("*a* _b_ __c__ 2*3*4 a_b_c", (Paragraph("*a* _b_ __c__ 2*3*4 a_b_c"),)),
        ("**öppet", (Paragraph("**öppet"),)),
        ("- ett\n- två", (BulletList(("ett", "två")),)),
        ("- ett\n  - inre\n- två", (BulletList((Item("ett", ("inre",)), "två")),)),
        ("1. ett\n2. två", (NumberedList(("ett", "två")),)),
        ("3. tre\n4. fyra", (NumberedList(("tre", "fyra"), 3),)),
        ("- ett\n  1. a\n  2. b", (BulletList((Item("ett", ("a", "b"), numbered=True),)),)),
        ("- ett\n\n  mera\n- ", (BulletList(("ett\nmera",)),)),
        ("- - - - -", ()),
        ("- \n  - bara inre", (BulletList(("bara inre",)),)),
        (
            "| A | B |\n|---|--:|\n| x | **1** |",
            (DataTable((Column("A", weight=6), Column("B", "right", 6)), (("x", (Strong("1"),)),)),),
        ),
        ("| A |\n|:-:|\n| en \\| två |", (DataTable((Column("A", "center", 8),), (("en | två",),)),)),
    ],
)
def test_marks(text: str, blocks: tuple[Any, ...]) -> None:
    marked = blocks_of(text, {})
    assert marked.blocks == blocks
    assert marked.unknown == ()


@pytest.mark.parametrize(
    "text",
    [
        "[länk](https://exempel.example)",
        "![bild](fil:///etc/passwd)",
        "<script>x()</script>",
        "<b>fet</b> &amp; &#65;",
        "https://exempel.example",
        "```kod```",
        "C:\\delat\\mapp",
        "[a]: b 'c'",
        "> citat",
        "***",
        "2026-11-22",
        "{{ 7 * 7 }",
        "{% if x %}",
    ],
)
def test_what_is_only_text(text: str) -> None:
    assert blocks_of(text, {}).blocks == (Paragraph(text),)


@pytest.mark.parametrize(
    ("text", "blocks", "unknown"),
    [
        ("Ring {{telefon}}.", (Paragraph("Ring 0531-00 00 00."),), ()),
        ("Ring {{ Telefon }}.", (Paragraph("Ring 0531-00 00 00."),), ()),
        ("{{Stort}}", (Paragraph("Namn"),), ()),
        ("**{{telefon}}**", (Paragraph((Strong("0531-00 00 00"),)),), ()),
        ("{{tomt}}", (Paragraph((Missing("Servicedeskens telefon"),)),), ()),
        ("- {{tomt}}", (BulletList(((Missing("Servicedeskens telefon"),),)),), ()),
        ("{{a_b_c}} {{a_b_c}}", (Paragraph((Missing("a_b_c"), " ", Missing("a_b_c"))),), ("a_b_c",)),
        ("## {{fel}}", (Heading("[fel]", 2), Paragraph((Missing("fel"),), "note")), ("fel",)),
        ("{{telefon.__class__}}", (Paragraph((Missing("telefon.__class__"),)),), ("telefon.__class__",)),
        ("före\n{{tabell}}\nefter", (Paragraph("före"), *TABLE, Paragraph("efter")), ()),
        ("- punkt\n{{tabell}}", (BulletList(("punkt",)), *TABLE), ()),
        ("  {{ tabell }}  ", TABLE, ()),
        ("i {{tabell}} rad", (Paragraph(("i ", Missing("tabell"), " rad")),), ("tabell",)),
    ],
)
def test_values_and_places(text: str, blocks: tuple[Any, ...], unknown: tuple[str, ...]) -> None:
    marked = blocks_of(text, WORDS, {"tabell": TABLE})
    assert marked.blocks == blocks
    assert marked.unknown == unknown


def test_a_value_missing_in_the_head_of_a_table_is_told_below_it() -> None:
    table, below = blocks_of("| {{x}} |\n|---|\n| 1 |", {}).blocks
    assert isinstance(table, DataTable)
    assert table.columns[0].title == "[x]"
    assert below == Paragraph((Missing("x"),), "note")


def test_a_value_is_never_read_as_marks() -> None:
    assert blocks_of("{{x}}", {"x": "## **a**\n- b | {{y}}"}).blocks == (Paragraph("## **a**\n- b | {{y}}"),)


def test_the_values_that_a_text_asks_for() -> None:
    assert values_in("{{b}} {{ a }} {{b}} {{}} {{\n}} {c}") == ("b", "a")


OF_LINES = ["# ", "## ", "- ", "1. ", "999999999. ", "  ", "    ", "\t", "\n", "\n\n", "| a ", "|", "|---|", ":-:"]
OF_TEXT = [
    "**",
    "*",
    "_",
    "{{",
    "}}",
    "{{a}}",
    "{{t}}",
    "\\",
    "`",
    "<",
    "[x](y)",
    "å",
    "\u2028",
    "\x00",
    "\ud800",
    "&#x0;",
]
MARKS = st.text() | st.lists(st.sampled_from([*OF_LINES, *OF_TEXT]), max_size=40).map("".join)


@given(MARKS)
@settings(max_examples=300)
def test_in_any_text_headings_are_low_and_only_asked_for_values_are_unknown(text: str) -> None:
    found = blocks_of(text, {"a": "b"}, {"t": TABLE})
    assert {block.level for block in found.blocks if isinstance(block, Heading)} <= {2, 3}
    assert set(found.unknown) <= set(values_in(text)) - {"a"}


@given(st.lists(MARKS, max_size=4))
@settings(max_examples=15)
def test_any_text_gives_a_valid_paper(texts: list[str]) -> None:
    content = a_paper(*(block for text in texts for block in blocks_of(text, {"a": "b"}).blocks))
    assert faults(content) == []


@pytest.mark.parametrize(
    ("text", "sign", "times"),
    [
        ("*å " * 3000, "å", 3000),
        ("**å" * 3000, "å", 3000),
        ("|" * 3000 + "\n" + "|-" * 3000, "|", 6000),
        ("[" * 3000, "[", 3000),
        ("- " * 3000 + "å", "å", 1),
        ("1. " * 3000 + "å", "å", 1),
    ],
)
def test_what_goes_very_deep_is_read_all_the_same(text: str, sign: str, times: int) -> None:
    assert str(blocks_of(text, {}).blocks).count(sign) == times


@pytest.mark.parametrize("deep", ["- " * 30, "- " * 3000 + "punkt", "\n".join(f"{'  ' * n}- {n}" for n in range(30))])
def test_nothing_after_a_very_deep_list_is_lost(deep: str) -> None:
    found = blocks_of(f"{deep}\n\n# Rubrik\n\nEfter", {}).blocks
    assert found[-2:] == (Heading("Rubrik", level=2), Paragraph("Efter"))
    assert isinstance(found[0], BulletList)


def test_a_table_wider_than_the_paper_is_still_printed() -> None:
    heads = "| ".join(f"Kolumn {number} " for number in range(30))
    wide = f"{heads}\n{'|-' * 30}|\n{heads}"
    assert a_paper(*blocks_of(wide, {}).blocks).startswith(b"%PDF")


def test_the_reader_is_loaded_first_when_a_text_is_read() -> None:
    code = "import sys, itadmin.documents.markup; sys.exit('markdown_it' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.skipif("ITADMIN_CORPORA" not in os.environ, reason="the corpora are not here")
def test_naughty_strings_are_only_text() -> None:
    path = Path(os.environ["ITADMIN_CORPORA"], "naughty-strings", "blns.txt")
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
    assert len(lines) > 400
    for start in range(0, len(lines), 60):
        texts = [
            f"{line}\n\n- {line}\n\n| {line} | x |\n|--|--|\n| **{line}** | {{{{a}}}} |" for line in lines[start:][:60]
        ]
        content = a_paper(*(block for text in texts for block in blocks_of(text, {"a": text}).blocks))
        assert faults(content) == []
        assert not any(word in content for word in (b"/URI", b"/JavaScript", b"/Launch", b"/EmbeddedFile"))
