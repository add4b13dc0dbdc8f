"""Papers to render, and ways to look into what came out."""

import os
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import page
import pypdf
import pypdfium2
import pytest
from pypdf.generic import DictionaryObject

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
    Logotype,
    Missing,
    Paper,
    Paragraph,
    Profile,
    Shape,
    Signatory,
    SignatureBlock,
    SignatureParty,
    Strong,
)
from itadmin.documents.pdf.colours import palette
from itadmin.documents.pdf.fonts import FontSet, font_set
from itadmin.documents.pdf.text import Cleaner
from itadmin.documents.pdf.typesetter import Typesetter

SENTENCE = (
    "Driftenheten övervakar, underhåller och dokumenterar den tekniska miljön och återställer driften vid avbrott. "
)

PaperMaker = Callable[..., Paper]


@pytest.fixture(scope="session")
def fonts() -> FontSet:
    return font_set()


@pytest.fixture(scope="session")
def setter(fonts: FontSet) -> Typesetter:
    references = {"sla": "avsnitt 8"}
    return Typesetter(fonts, palette("#0F4C5C"), Cleaner(fonts.sans.glyphs), references)


@pytest.fixture(scope="session")
def make_paper() -> PaperMaker:
    def make(**parts: Any) -> Paper:
        standard: dict[str, Any] = {
            "title": "Driftavtal",
            "created": datetime(2026, 11, 22, 10, tzinfo=UTC),
            "profile": Profile("Melleruds kommun", "Kommunstyrelsen"),
            "body": (),
        }
        return Paper(**(standard | parts))

    return make


@pytest.fixture(scope="session")
def example(make_paper: PaperMaker) -> PaperMaker:
    """A paper with every kind of block; keyword arguments replace its parts."""

    def make(**parts: Any) -> Paper:
        standard: dict[str, Any] = {
            "subtitle": "Kvarnen, gemensamt ekonomisystem",
            "subject": "Driftavtal mellan Melleruds kommun och Åmåls kommun",
            "keywords": ("driftavtal", "DA-2026-014"),
            "profile": Profile("Melleruds kommun", "Kommunstyrelsen", logotype=_arms()),
            "header_right": "Driftavtal Kvarnen · Dnr KS 2026/0147",
            "footer_left": "Avtal DA-2026-014 · version 1.0 · 2026-11-22",
            "marks": ("ÖVNINGSDATA",),
            "cover": _cover(),
            "front": (Heading("Dokumentuppgifter"), _facts(), Contents()),
            "body": (*_sections(), *_signatures()),
            "appendices": _appendices(),
        }
        return make_paper(**(standard | parts))

    return make


def _arms() -> Logotype:
    return Logotype(
        "Kommunens vapen", 100, 120, (Shape("M 0 0 H 100 V 66 C 100 96 72 112 50 120 L 0 66 Z", "#0F4C5C"),)
    )


def _cover() -> Cover:
    parties = (
        CoverParty("Systemägare", "Melleruds kommun", "Kommunstyrelsen, ekonomienheten"),
        CoverParty("Driftande IT-enhet", "Åmåls kommun", "Kommunstyrelsen, IT-enheten"),
    )
    facts = (
        Field("Avtalsnummer", "DA-2026-014"),
        Field("Diarienummer", (Missing("diarienummer"),)),
        Field("Version", "1.0"),
        Field("Gäller", "2027-01-01–2029-12-31"),
    )
    return Cover(parties, facts, "Övningsdata. System och nummer är påhittade.")


def _facts() -> FieldTable:
    return FieldTable((Field("Dokumenttyp", "Driftavtal mellan kommuner"), Field("Status", "Klart för underskrift")))


def _sections() -> Iterator[object]:
    yield Heading("Parter och företrädare")
    yield Clause(("Mellan Melleruds kommun, nedan kallad ", Strong("Systemägaren"), " och Åmåls kommun."))
    yield Clause(("Företrädarna framgår av ", Link("parties"), "."))
    yield DataTable(
        (Column("Uppgift", weight=31), Column("Systemägaren", weight=58), Column("Driftenheten", weight=54)),
        (("Kommun", "Melleruds kommun", "Åmåls kommun"), ("Telefon", "0000-000 10", (Missing("telefon"),))),
        caption="Företrädare",
        row_heading="label",
        key="parties",
    )
    yield Heading("Omfattning")
    yield Clause("Följande ingår inte:", "Ingår inte")
    yield BulletList(("lokala nätverk", Item("användarsupport", ("i ekonomiska frågor", "i lönefrågor"))))
    yield Clause(("Se ", Link("levels"), " och ", Link("sla", "avsnittet om servicenivåer"), "."))
    yield Heading("Servicenivåer", key="sla")
    yield Heading("Incidenter", level=2)
    yield Paragraph("Prioriteten bestäms av påverkan och brådska.")
    yield DataTable(
        (Column("Påverkan", weight=60), Column("Verk\u00adsam\u00adheten står stilla", "center", 20)),
        (("Hela kommunen", Cell("P1", 5, strong=True)), ("Enskild användare", Cell("P4"))),
        caption="Prioritet efter påverkan och brådska",
        note="P1 är högst.",
        grid=True,
    )
    for number in range(4, 24):
        yield Heading(f"Avsnitt nummer {number}")
        yield from (Clause(SENTENCE * 3) for _ in range(3))


def _signatures() -> Iterator[object]:
    yield Heading("Underskrifter")
    yield Clause("Avtalet har upprättats i två likalydande exemplar av vilka Parterna tagit var sitt.")
    yield SignatureBlock(
        (
            SignatureParty("Systemägaren", "Melleruds kommun", "Org.nr 000000-0000", (_signatory("Ekonomichef"),) * 2),
            SignatureParty("Driftenheten", "Åmåls kommun", "Org.nr 000000-0000", (_signatory("IT-chef"),)),
        )
    )


def _signatory(title: str) -> Signatory:
    return Signatory(title, "Delegationsordning KS 2026-03-11, punkt 4.2")


def _appendices() -> tuple[Appendix, ...]:
    bars = (Bar("Åmål", 290276.97, "290 277 kr"), Bar("Dals-Ed", 112297.64, "112 298 kr"))
    rows = tuple((f"Tjänst {number}", "99,0 %", "8 h") for number in range(60))
    columns = (Column("Miljö eller tjänst"), Column("Tillgänglighet", "right"), Column("P1", "right"))
    costs = (("Åmål", "290 277"), ("Dals-Ed", "112 298"), ("Summa", "402 575"))
    return (
        Appendix("Bilaga 1", "Systembeskrivning", (Heading("System"), _facts(), Clause("En punkt."))),
        Appendix(
            "Bilaga 2", "Servicenivåer", (DataTable(columns, rows, caption="Nivåer"),), landscape=True, key="levels"
        ),
        Appendix(
            "Bilaga 3",
            "Pris",
            (
                DataTable((Column("Kommun"), Column("Kronor", "right")), costs, caption="Kostnad", sum_row=True),
                BarChart(bars, "Årlig kostnad per kommun", "Liggande stapeldiagram över årlig kostnad"),
            ),
        ),
    )


@pytest.fixture(scope="session")
def assert_conforms() -> Callable[[bytes], None]:
    """Checks a file against both standards."""

    def check(data: bytes) -> None:
        for profile in ("2a", "ua1"):
            report = page.validate_pdf_bytes(data, profile=profile)
            found = sorted({f"{failure.rule_id}: {failure.message}" for failure in report.failures})
            assert report.is_compliant, f"{profile}: {found}"

    return check


@pytest.fixture(scope="session")
def page_texts() -> Callable[[bytes], list[str]]:
    """The text of each page as a viewer copies it; lines end in a line feed."""

    def read(data: bytes) -> list[str]:
        with pypdfium2.PdfDocument(data) as document:
            return [_page_text(document, number) for number in range(len(document))]

    return read


def _page_text(document: pypdfium2.PdfDocument, number: int) -> str:
    shown = document[number]
    text = shown.get_textpage()
    try:
        return str(text.get_text_range()).replace("\r\n", "\n")
    finally:
        text.close()
        shown.close()


@pytest.fixture(scope="session")
def read_aloud() -> Callable[[bytes], list[tuple[str, str]]]:
    """The elements that hold text, in the order they are read: path of tags ("Table/TR/TH") and text."""

    def read(data: bytes) -> list[tuple[str, str]]:
        reader = pypdf.PdfReader(BytesIO(data))
        marked = [_marked_texts(shown) for shown in reader.pages]
        pages = {shown.indirect_reference.idnum: number for number, shown in enumerate(reader.pages)}
        root = reader.trailer["/Root"]["/StructTreeRoot"]["/K"].get_object()
        return list(_spoken(root, "", marked, pages))

    return read


def _spoken(
    element: DictionaryObject, path: str, marked: list[dict[int, str]], pages: dict[int, int]
) -> Iterator[tuple[str, str]]:
    tag = element["/S"][1:]
    path = "" if tag == "Document" else f"{path}/{tag}".lstrip("/")
    text = ""
    for kid in element.get("/K", []):
        inner = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(inner, int):
            text += marked[pages[element.raw_get("/Pg").idnum]][inner]
        elif inner.get("/Type") == "/MCR":
            text += marked[pages[inner.raw_get("/Pg").idnum]][int(inner["/MCID"])]
        elif inner.get("/Type") == "/StructElem":
            if text:
                yield path, text
                text = ""
            yield from _spoken(inner, path, marked, pages)
    if text:
        yield path, text


_MARKED = re.compile(r"/\w+ <</MCID (\d+)>> BDC\n(.*?)EMC", re.DOTALL)
_SHOWN = re.compile(r"(?:(/F\d+) [\d.]+ Tf )?[-\d. ]*Td <([0-9A-F]*)> Tj|(/F\d+) [\d.]+ Tf")


def _marked_texts(shown: pypdf.PageObject) -> dict[int, str]:
    content = shown.get_contents().get_data().decode("ascii")
    maps = {name: _unicode_map(font.get_object()) for name, font in shown["/Resources"]["/Font"].items()}
    font = ""
    texts: dict[int, str] = {}
    position = 0
    for match in _MARKED.finditer(content):
        for earlier in _SHOWN.finditer(content, position, match.start()):
            font = earlier[1] or earlier[3] or font
        texts[int(match[1])] = ""
        for string in _SHOWN.finditer(match[2]):
            font = string[1] or string[3] or font
            codes = [string[2][i : i + 4] for i in range(0, len(string[2] or ""), 4)]
            texts[int(match[1])] += "".join(maps[font][code] for code in codes)
        position = match.end()
    return texts


def _unicode_map(font: DictionaryObject) -> dict[str, str]:
    mapping = font["/ToUnicode"].get_object().get_data().decode("ascii")
    pairs = re.findall(r"^<([0-9A-F]{4})> <([0-9A-F]+)>$", mapping, re.MULTILINE)
    return {code: bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of inputs no one here wrote; the test is skipped where there is none."""
    folder = os.environ.get("ITADMIN_CORPORA")
    if not folder:
        pytest.skip("ITADMIN_CORPORA is not set")
    return Path(folder)
