import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from itadmin.documents.pdf.fonts import FontSet
from itadmin.documents.pdf.lines import Line, Span, break_lines, going_on, longest_word

SHY = "\u00ad"


def shown(lines: list[Line]) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in lines]


def broken(fonts: FontSet, text: str, width: float) -> list[str]:
    return shown(break_lines([Span(text, fonts.sans)], 10, width))


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 100, [""]),
        ("Ett två", 100, ["Ett två"]),
        ("Ett två tre fyra", 40, ["Ett två ", "tre fyra"]),
        ("rad ett\nrad två", 100, ["rad ett ", "rad två"]),
        ("a\n\nb", 100, ["a ", "", "b"]),
        (f"System{SHY}ägare", 100, ["Systemägare"]),
        (f"System{SHY}ägare", 45, [f"System{SHY}", "ägare"]),
        ("Driftande IT-enhet", 42, ["Driftande ", "IT-enhet"]),
        ("Driftande IT-enhet", 58, ["Driftande IT-", "enhet"]),
        ("avtal/överenskommelse", 60, ["avtal/", f"överenskom{SHY}", "melse"]),
        ("2027-01-01", 30, ["2027-", "01-01"]),
        ("en\u00a0två", 20, ["en ", "två"]),
        ("Verksamhetssystem", 50, [f"Verksam{SHY}", "hetssystem"]),
        ("användare@kommun.example", 70, ["användare@", "kommun.", "example"]),
        ("1234512345", 12, ["12", "34", "51", "23", "45"]),
        ("ååååå", 14, [f"åå{SHY}", f"åå{SHY}", "å"]),
        ("abc", 0, ["a", "b", "c"]),
        ("a     b", 7, ["a ", "b"]),
    ],
)
def test_where_lines_are_broken(fonts: FontSet, text: str, width: float, lines: list[str]) -> None:
    assert broken(fonts, text, width) == lines


def test_a_well_filled_line_is_not_ended_inside_a_word(fonts: FontSet) -> None:
    text = f"En rad som är fylld med korta ord förvalt{SHY}ning"
    assert broken(fonts, text, 185)[0] == "En rad som är fylld med korta ord "


def test_spans_keep_their_faces_across_lines(fonts: FontSet) -> None:
    spans = [Span("Nedan kallad ", fonts.sans), Span("Systemägaren av detta", fonts.semibold), Span(".", fonts.sans)]
    lines = break_lines(spans, 10, 120)
    assert [[(piece.text, piece.span.face.name) for piece in line.pieces] for line in lines] == [
        [("Nedan kallad ", fonts.sans.name), ("Systemägaren ", fonts.semibold.name)],
        [("av detta", fonts.semibold.name), (".", fonts.sans.name)],
    ]
    first, second = lines[0].pieces
    assert second.offset == pytest.approx(first.width)
    assert lines[0].width == pytest.approx(first.width + fonts.semibold.width("Systemägaren", 10))


def test_a_hyphen_at_the_end_of_a_line_counts_in_its_width(fonts: FontSet) -> None:
    line = break_lines([Span(f"System{SHY}ägare", fonts.sans)], 10, 45)[0]
    assert line.width == pytest.approx(fonts.sans.width("System-", 10))


def test_a_text_that_another_follows_ends_in_a_space(fonts: FontSet) -> None:
    lines = break_lines([Span("rad ett\nrad två", fonts.sans)], 10, 100)
    assert shown(going_on(lines)) == ["rad ett ", "rad två "]
    assert going_on(lines)[-1].width == lines[-1].width
    assert shown(going_on(break_lines([Span("", fonts.sans)], 10, 100))) == [""]


def test_the_longest_word_may_break_at_soft_hyphens(fonts: FontSet) -> None:
    assert longest_word("", fonts.sans, 10) == 0
    assert longest_word("ett System ord", fonts.sans, 10) == fonts.sans.width("System", 10)
    assert longest_word(f"System{SHY}ägare", fonts.sans, 10) == fonts.sans.width("System-", 10)


@settings(max_examples=150)
@example(["1111", "111ayzA"], 28)
@given(
    st.lists(st.text(st.sampled_from(f"abcåäö xyzABC-/@.,\n\u00a0{SHY}1234"), max_size=40), min_size=1, max_size=4),
    st.floats(0, 200),
)
def test_nothing_is_lost_and_no_line_is_too_long(fonts: FontSet, texts: list[str], width: float) -> None:
    faces = (fonts.sans, fonts.semibold)
    spans = [Span(text, faces[index % 2]) for index, text in enumerate(texts)]
    lines = break_lines(spans, 10, width)
    written = "".join(texts)
    letters = "".join(shown(lines)).replace(SHY, "").replace(" ", "")
    assert letters == "".join(c for c in written if c not in f" \n\u00a0{SHY}") or "\u00a0" in written
    for line in lines:
        text = "".join(piece.text for piece in line.pieces)
        assert line.width <= width + 0.011 or len(text.strip(f" {SHY}\u00a0")) <= 1
