"""Whatever a user may have typed, in every place of a paper."""

from collections.abc import Callable
from pathlib import Path

import pytest

from itadmin.documents.content import (
    Appendix,
    Arrow,
    Bar,
    BarChart,
    Block,
    BulletList,
    Cell,
    Clause,
    Column,
    Contents,
    Cover,
    CoverParty,
    DataTable,
    Diagram,
    Field,
    FieldTable,
    Footnote,
    Heading,
    Item,
    KeyFact,
    KeyFacts,
    Ladder,
    Link,
    Logotype,
    Missing,
    Node,
    NumberedList,
    Paper,
    Paragraph,
    Profile,
    Shape,
    Signatory,
    SignatureBlock,
    SignatureParty,
    Step,
    Strong,
)
from itadmin.documents.pdf.render import render

Check = Callable[[bytes], None]
Maker = Callable[..., Paper]
Texts = Callable[[bytes], list[str]]

HOSTILE = {
    "nothing": "",
    "markup": "<b>&amp;</b> <para> %PDF (( endstream endobj <</JS(app.alert)>> xref \\",
    "control": "a\x00b\x07c\x1bd\x85e\u2028f\x7fg\ufeff\u200b",
    "bidi": "\u202eabc\u202c \u2066def\u2069 \u200f",
    "broken": "\ud800 \udfff \ufffe \uffff \U0001fffe \ue000 \U000f0000",
    "scripts": "Ελληνικά Кириллица עברית العربية ﷽ 漢字 ไทย ½ ﬁ Ａ",
    "emoji": "👩‍👩‍👧‍👦 🇸🇪 ✔️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "marks": "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞",
    "long word": "Avtalsförvaltningssystem" * 5 + " " + "x" * 90 + " https://" + "a" * 50 + ".example/" + "b" * 60,
    "breaks": "a\n" * 60 + "\r\n\r" * 20,
    "spaces": " " * 300,
    "held spaces": "\u00a0" * 300,
    "soft hyphens": "\u00ad" * 300 + "ord\u00ad" * 50,
}
LONG = {"words": "Ett två tre fyra fem. " * 4546, "one word": "å" * 100_000}


def everywhere(text: str, make_paper: Maker) -> Paper:
    """A paper with `text` in every place that takes a text."""
    runs = (text, Strong(text), Link("k"), Link("c", text), Missing(text), Footnote(text))
    points = (text, Item(text, (text, Item(text, (runs,)))))
    row = (text, runs, Cell(text, 5, strong=True))
    table = DataTable((Column(text), Column(text, "right"), Column(text, "center", 0.1)), (row,) * 3, text, text)
    signatories = (Signatory(text, text), Signatory(runs, runs))
    parties = (SignatureParty(text, text, runs, signatories), SignatureParty(text, runs))
    body: tuple[Block, ...] = (
        Heading(text, key="k"),
        Clause(text, text, key="c"),
        Clause(runs),
        BulletList(points),
        Heading(text, level=2),
        Heading(text, level=3),
        NumberedList(points),
        Paragraph(text, "lead"),
        Paragraph(runs, "note"),
        table,
        BarChart((Bar(text, 1, text), Bar(text, 0, text)), text, text),
        BarChart((Bar(text, 1, text, 2, text), Bar(text, 0, text, 0, text)), text, text, series=(text, text)),
        Ladder((Step(text, (text,) * 9), Step(text)), text, text, text),
        KeyFacts((KeyFact(text, runs, runs), KeyFact(text, text), KeyFact("", "")), across=2),
        Diagram((Node("a", text, 0, text), Node("b", text, 1)), (Arrow("a", "b"),), text, text),
        SignatureBlock(parties),
    )
    return make_paper(
        title=text if text.strip() else f"{text}x",
        subtitle=text,
        subject=text,
        keywords=(text,),
        profile=Profile(text, text, logotype=Logotype(f"Vapen {text}", 1, 1, (Shape("M 0 0 L 1 1 Z", "#000000"),))),
        header_right=text,
        footer_left=text,
        number=text,
        marks=(text, text),
        draft=True,
        cover=Cover((CoverParty(text, text, text), CoverParty(text, runs)), (Field(text, runs),) * 5, text),
        front=(Heading(text), FieldTable((Field(text, text), Field(text, runs)), text), Contents(text)),
        body=body,
        appendices=(Appendix(text, text, (Clause(text),)), Appendix(text, text, (table,), landscape=True)),
    )


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_any_text_anywhere_keeps_both_standards(text: str, make_paper: Maker, assert_conforms: Check) -> None:
    assert_conforms(render(everywhere(text, make_paper)))


def test_naughty_strings_keep_both_standards(corpora: Path, make_paper: Maker, assert_conforms: Check) -> None:
    lines = (corpora / "naughty-strings" / "blns.txt").read_text(encoding="utf-8").splitlines()
    strings = [line for line in lines if line and not line.startswith("#")]
    assert len(strings) > 400
    for first in range(0, len(strings), 100):
        batch = strings[first : first + 100]
        body = [block for text in batch for block in (Heading(text), Clause(text, text), Paragraph((Missing(text),)))]
        rows = tuple((text, Cell(text, 1)) for text in batch)
        table = DataTable((Column("A"), Column("B")), rows, caption=batch[0])
        assert_conforms(render(make_paper(title=batch[0], front=(Contents(),), body=(*body, table))))


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
@pytest.mark.parametrize(
    "place",
    [
        lambda text: {"title": text},
        lambda text: {"title": text, "subtitle": text, "cover": Cover()},
        lambda text: {"header_right": text, "footer_left": text, "marks": (text,), "profile": Profile(text, text)},
        lambda text: {"cover": Cover((CoverParty(text, text, text),), (Field(text, text),), text)},
        lambda text: {"front": (Contents(),), "body": (Heading(text),)},
        lambda text: {"body": (Heading("Rubrik"), Clause((text, Strong(text), Missing(text)), text))},
        lambda text: {"body": (DataTable((Column(text), Column("B")), (("a", "b"),) * 3),)},
        lambda text: {"body": (DataTable((Column("A"), Column("B"), Column("C")), (("a", text, "c"),) * 2),)},
        lambda text: {"body": (BulletList((text, Item("b", (text,)))),)},
        lambda text: {"body": (Paragraph(("a", Footnote(text), text, Footnote("b"))),), "number": text},
        lambda text: {"body": (Ladder((Step(text, (text,)),), text, text, text),)},
        lambda text: {"body": (SignatureBlock((SignatureParty(text, text, "", (Signatory(text, text),)),)),)},
        lambda text: {"body": (BarChart((Bar(text, 1, text),), text, text),)},
        lambda text: {"body": (Diagram((Node("a", text, 0, text, "own"),), (), text, text),)},
        lambda text: {"body": (KeyFacts((KeyFact(text, (text, Strong(text)), text),)),)},
        lambda text: {"appendices": (Appendix(text, text, ()),)},
    ],
    ids=[
        "title",
        "cover",
        "furniture",
        "parties",
        "heading",
        "clause",
        "head",
        "cell",
        "points",
        "note",
        "steps",
        "sign",
        "bar",
        "box",
        "key",
        "app",
    ],
)
def test_a_hundred_thousand_characters_find_room(
    place: Callable[[str], dict[str, object]], text: str, make_paper: Maker, assert_conforms: Check
) -> None:
    assert_conforms(render(make_paper(**place(text))))


def test_a_long_word_is_copied_as_it_was_written(make_paper: Maker, page_texts: Texts) -> None:
    words = "Avtalsförvaltningssystem" * 8
    address = "https://" + "a" * 120 + ".example/" + "b" * 60
    text = "".join(page_texts(render(make_paper(body=(Paragraph(words), Paragraph(address))))))
    joined = text.replace("\ufffe\n", "").replace("\ufffe", "").replace("\n", "")
    assert words in joined
    assert address in joined


def test_what_no_face_can_draw_becomes_a_box_that_is_copied_as_such(make_paper: Maker, page_texts: Texts) -> None:
    text = page_texts(render(make_paper(body=(Paragraph("Hej 👋 漢字 då"),))))[0]
    assert "Hej □ □□ då" in text


def test_text_is_never_taken_for_a_command(make_paper: Maker, page_texts: Texts) -> None:
    text = "<b>fet</b> &amp; ) Tj ET (x) \\051"
    assert text in page_texts(render(make_paper(body=(Paragraph(text),))))[0]
