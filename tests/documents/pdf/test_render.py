import hashlib
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

import itadmin
from itadmin.documents.content import (
    Appendix,
    BarChart,
    BulletList,
    Clause,
    Column,
    Contents,
    Cover,
    DataTable,
    Diagram,
    FieldTable,
    Heading,
    KeyFacts,
    PageBreak,
    Paper,
    Paragraph,
    Profile,
    SignatureBlock,
)
from itadmin.documents.pdf.render import render

Check = Callable[[bytes], None]
Maker = Callable[..., Paper]
Spoken = Callable[[bytes], list[tuple[str, str]]]
Texts = Callable[[bytes], list[str]]

SENTENCE = "Driftenheten övervakar, underhåller och dokumenterar den tekniska miljön. "


@pytest.fixture(scope="module")
def rendered(example: Maker) -> bytes:
    return render(example())


@pytest.fixture(scope="module")
def draft(example: Maker) -> bytes:
    return render(example(draft=True))


def reader(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(data), strict=True)


def test_a_paper_with_every_block_keeps_both_standards(rendered: bytes, assert_conforms: Check) -> None:
    assert_conforms(rendered)


def test_a_draft_keeps_both_standards(draft: bytes, assert_conforms: Check) -> None:
    assert_conforms(draft)


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"cover": Cover()},
        {"cover": Cover(), "front": (Contents(),)},
        {"body": (Heading("Tomt"),)},
        {"body": (PageBreak(), PageBreak(), Paragraph("Efter sidbrytningar"), PageBreak())},
        {"body": (Heading("Under", level=2), Heading("", level=1), Paragraph(""))},
        {"body": (DataTable((Column("Ensam"),), ()),)},
        {"body": (Heading("Rubrik"), FieldTable(()), BulletList(()), SignatureBlock(()), BarChart((), "Tom", "Tom"))},
        {"body": (Paragraph("Före"), Diagram((), (), "Tom", "Tom"), KeyFacts(()), Paragraph("Efter"))},
        {"front": (Contents(),), "appendices": (Appendix("Bilaga 1", "Tom", ()),)},
    ],
    ids=[
        "nothing",
        "cover",
        "cover and contents",
        "heading",
        "breaks",
        "empty texts",
        "empty table",
        "empty blocks",
        "empty diagram",
        "empty appendix",
    ],
)
def test_papers_with_little_in_them_keep_both_standards(
    parts: dict[str, object], make_paper: Maker, assert_conforms: Check
) -> None:
    assert_conforms(render(make_paper(**parts)))


def test_sixty_varied_papers_keep_both_standards(make_paper: Maker, assert_conforms: Check) -> None:
    """A compressed stream that happens to end in a carriage return is only met by chance."""
    for number in range(60):
        words = [hashlib.sha256(f"{number} {i}".encode()).hexdigest()[: 3 + i % 9] for i in range(40)]
        text = " ".join(words)
        paper = make_paper(title=f"Paper {words[0]}", body=(Heading(words[1]), Clause(text), Paragraph(text)))
        assert_conforms(render(paper))


def test_a_long_paper_keeps_both_standards(make_paper: Maker, assert_conforms: Check) -> None:
    body = [
        block for i in range(120) for block in (Heading(f"Avsnitt {i}"), Clause(SENTENCE * 9), Clause(SENTENCE * 9))
    ]
    data = render(make_paper(cover=Cover(), front=(Contents(),), body=tuple(body)))
    assert len(reader(data).pages) > 40
    assert_conforms(data)


def test_equal_papers_give_equal_bytes(example: Maker, rendered: bytes) -> None:
    assert render(example()) == rendered


def test_bytes_do_not_depend_on_hash_seeds() -> None:
    program = (
        "from itadmin.documents.content import *\n"
        "import hashlib, datetime\n"
        "from itadmin.documents.pdf.render import render\n"
        "rows = tuple((str(i), 'Åmål') for i in range(30))\n"
        "body = (Heading('A', key='a'), Clause(('Se ', Link('a'))), DataTable((Column('N'), Column('O')), rows))\n"
        "created = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)\n"
        "paper = Paper(title='T', created=created, profile=Profile('K'), body=body, cover=Cover(), draft=True)\n"
        "print(hashlib.sha256(render(paper)).hexdigest())\n"
    )
    source = str(Path(itadmin.__file__).parents[1])
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": source},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1
    assert len(digests.pop().strip()) == 64


def test_the_time_is_the_papers_own_and_only_in_the_metadata(example: Maker, rendered: bytes) -> None:
    paper = example()
    later = render(replace(paper, created=paper.created + timedelta(hours=1)))
    assert reader(rendered).metadata.creation_date == paper.created
    assert reader(later).metadata.creation_date == paper.created + timedelta(hours=1)
    assert len(later) == pytest.approx(len(rendered), abs=20)


def test_every_page_but_the_cover_says_its_number_of_all(rendered: bytes, page_texts: Texts) -> None:
    texts = page_texts(rendered)
    assert "Sida" not in texts[0]
    assert [re.search(r"Sida (\d+) av (\d+)", text).groups() for text in texts[1:]] == [
        (str(number), str(len(texts))) for number in range(2, len(texts) + 1)
    ]


def test_the_contents_give_the_pages_where_sections_stand(
    rendered: bytes, read_aloud: Spoken, page_texts: Texts
) -> None:
    listed = [text for path, text in read_aloud(rendered) if path == "TOC/TOCI/Reference/Link"]
    texts = page_texts(rendered)
    assert len(listed) == 28
    for entry in listed:
        number, title, page = re.fullmatch(r"(\d[\d.]*|Bilaga\u00a0\d) (.*?) (\d+)", entry).groups()
        assert f"{number} {title}" in texts[int(page) - 1].replace(" \n", " "), entry


def test_links_and_bookmarks_lead_to_the_headings(rendered: bytes) -> None:
    read = reader(rendered)
    pages = [page.indirect_reference.idnum for page in read.pages]
    targets = [pages.index(note.get_object()["/Dest"][0].idnum) for note in read.pages[1].get("/Annots", ())]
    outline = read.outline
    titles = [entry.title for entry in outline if not isinstance(entry, list)]
    assert titles[:4] == ["Dokumentuppgifter", "Innehåll", "1  Parter och företrädare", "2  Omfattning"]
    nested = next(entry for entry in outline if isinstance(entry, list))
    assert [entry.title for entry in nested] == ["3.1  Incidenter"]
    marked = [read.get_destination_page_number(entry) for entry in outline[2:5]]
    assert targets[:3] == marked == [2, 2, 2]
    assert targets == sorted(targets)
    assert targets[-1] > 10


def test_it_is_read_aloud_in_order_and_words_never_run_together(rendered: bytes, read_aloud: Spoken) -> None:
    spoken = read_aloud(rendered)
    assert spoken[:9] == [
        ("Sect/P", "Melleruds kommun Kommunstyrelsen "),
        ("Sect/P", "ÖVNINGSDATA"),
        ("Sect/H1", "Driftavtal "),
        ("Sect/P", "Kvarnen, gemensamt ekonomisystem "),
        ("Sect/P", "Systemägare Melleruds kommun Kommunstyrelsen, ekonomienheten "),
        ("Sect/P", "Driftande IT-enhet Åmåls kommun Kommunstyrelsen, IT-enheten "),
        ("Sect/P", "Avtalsnummer DA-2026-014 "),
        ("Sect/P", "Diarienummer [Uppgift saknas: diarienummer] "),
        ("Sect/P", "Version 1.0 "),
    ]
    after_contents = [each for each in spoken if not each[0].startswith("TOC")]
    start = after_contents.index(("H2", "1 Parter och företrädare"))
    assert after_contents[start + 1 : start + 8] == [
        ("L/LI/Lbl", "1.1 "),
        ("L/LI/LBody/P", "Mellan Melleruds kommun, nedan kallad Systemägaren och Åmåls kommun."),
        ("L/LI/Lbl", "1.2 "),
        ("L/LI/LBody/P", "Företrädarna framgår av "),
        ("L/LI/LBody/P/Link", "tabell\u00a01"),
        ("L/LI/LBody/P", "."),
        ("Table/Caption", "Tabell\u00a01\u00a0 Företrädare"),
    ]


def test_points_are_read_within_the_clause_that_brings_them(rendered: bytes, read_aloud: Spoken) -> None:
    spoken = read_aloud(rendered)
    start = spoken.index(("L/LI/LBody/P", "Ingår inte. Följande ingår inte:"))
    assert spoken[start + 1 : start + 8] == [
        ("L/LI/LBody/L/LI/Lbl", "– "),
        ("L/LI/LBody/L/LI/LBody/P", "lokala nätverk"),
        ("L/LI/LBody/L/LI/Lbl", "– "),
        ("L/LI/LBody/L/LI/LBody/P", "användarsupport"),
        ("L/LI/LBody/L/LI/LBody/L/LI/Lbl", "– "),
        ("L/LI/LBody/L/LI/LBody/L/LI/LBody/P", "i ekonomiska frågor"),
        ("L/LI/LBody/L/LI/LBody/L/LI/Lbl", "– "),
    ]


def test_each_party_is_read_to_its_end_before_the_next(rendered: bytes, read_aloud: Spoken) -> None:
    spoken = read_aloud(rendered)
    start = spoken.index(("Sect/H3", "För Systemägaren"))
    block = [text for path, text in spoken[start:] if path.startswith("Sect")]
    assert block[:6] == [
        "För Systemägaren",
        "Melleruds kommun Org.nr\u00a0000000-0000 ",
        "Ort och datum",
        "Underskrift",
        "Namnförtydligande",
        "Ekonomichef Delegationsordning KS 2026-03-11, punkt\u00a04.2 ",
    ]
    assert block.index("För Driftenheten") == 10


def test_the_file_says_what_it_is(rendered: bytes) -> None:
    read = reader(rendered)
    root = read.trailer["/Root"]
    assert root["/Lang"] == "sv-SE"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert read.metadata.title == "Driftavtal – Kvarnen, gemensamt ekonomisystem"
    assert read.metadata.author == "Melleruds kommun"
    assert read.metadata.subject == "Driftavtal mellan Melleruds kommun och Åmåls kommun"
    xmp = read.xmp_metadata
    assert xmp.dc_title == {"x-default": read.metadata.title}
    assert xmp.dc_creator == ["Melleruds kommun"]


def test_there_is_nothing_active_in_the_file_and_no_face_of_the_viewers(draft: bytes) -> None:
    read = reader(draft)
    everything = "".join(str(read.get_object(number)) for number in range(1, read.trailer["/Size"] - 1))
    for word in ("/URI", "/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/Trans", "Helvetica"):
        assert f"'{word}'" not in everything
        assert word not in everything
    assert len(re.findall("'/FontFile2'", everything)) == len(read.pages[0]["/Resources"]["/Font"]) == 4


def test_a_draft_says_so_on_every_page(draft: bytes, rendered: bytes, page_texts: Texts) -> None:
    texts = page_texts(draft)
    assert all(text.count("UTKAST") == 2 for text in texts)
    assert "Utkast. Får inte skrivas under." in "".join(texts)
    assert "UTKAST" not in "".join(page_texts(rendered))


def test_landscape_is_for_its_appendix_alone(rendered: bytes) -> None:
    sizes = [(round(page.mediabox.width), round(page.mediabox.height)) for page in reader(rendered).pages]
    wide = [number for number, size in enumerate(sizes) if size == (842, 595)]
    assert wide == list(range(wide[0], wide[-1] + 1))
    assert 2 <= len(wide) <= 4
    assert {size for number, size in enumerate(sizes) if number not in wide} == {(595, 842)}


def test_a_table_over_pages_repeats_its_head_as_decoration(
    make_paper: Maker, page_texts: Texts, read_aloud: Spoken
) -> None:
    rows = tuple((f"System {i}", "Ekonomi") for i in range(100))
    data = render(make_paper(body=(DataTable((Column("Benämning"), Column("Område")), rows),)))
    texts = page_texts(data)
    assert len(texts) == 3
    assert all("Benämning Område" in text for text in texts)
    spoken = read_aloud(data)
    assert [each for each in spoken if each[1] == "Benämning"] == [("Table/TR/TH", "Benämning")]
    assert [text for path, text in spoken if path == "Table/TR/TH"][2:] == [f"System {i}" for i in range(100)]


def test_a_light_accent_is_no_obstacle(make_paper: Maker, assert_conforms: Check) -> None:
    assert_conforms(render(make_paper(profile=Profile("Åmåls kommun", accent="#FFE000"), body=(Heading("Rubrik"),))))


def test_an_accent_that_is_no_colour_is_refused(make_paper: Maker) -> None:
    with pytest.raises(ValueError, match="not a colour"):
        render(make_paper(profile=Profile("Åmåls kommun", accent="röd")))


def test_a_body_may_lie_on_its_side(make_paper: Maker, assert_conforms: Check, page_texts: Texts) -> None:
    columns = tuple(Column(f"Kolumn {number}") for number in range(9))
    rows = tuple(tuple(f"{row} {number}" for number in range(9)) for row in range(60))
    data = render(make_paper(landscape=True, body=(Paragraph("Sextio poster."), DataTable(columns, rows))))
    assert_conforms(data)
    sizes = {(float(sheet.mediabox.width), float(sheet.mediabox.height)) for sheet in reader(data).pages}
    assert [width > height for width, height in sizes] == [True]
    assert all("Kolumn 8" in text for text in page_texts(data))


@pytest.mark.parametrize(("landscape", "width", "height"), [(False, 297, 420), (True, 420, 297)])
def test_a_large_paper_is_an_a3(make_paper: Maker, landscape: bool, width: int, height: int) -> None:
    (page,) = reader(render(make_paper(large=True, landscape=landscape, body=(Paragraph("Stort."),)))).pages
    points = 72 / 25.4
    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(
        (width * points, height * points), abs=0.1
    )
