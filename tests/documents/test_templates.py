"""Templates: what fills a place, what is refused, and that the shipped prose fits the paper it is for."""

from pathlib import Path
from typing import Any

import pytest

from itadmin.documents.content import Link, Missing, Strong
from itadmin.documents.operations_agreement_gathering import gather
from itadmin.documents.operations_agreement_term_words import option_words
from itadmin.documents.operations_agreement_words import words
from itadmin.documents.templates import TemplateError, fill, joined, places, read_template, shipped_template
from itadmin.domain.registers.agreement_rows import OptionRow

README = Path(__file__).parents[2] / "resources" / "templates" / "README.md"


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("Utan plats.", "Utan plats."),
        ("{{a}} före och efter {{a}}.", "ett före och efter ett."),
        ("Med {{ a }} luft.", "Med ett luft."),
        ("Fet {{b}}.", ("Fet ", Strong("två"), ".")),
        ("{{c}}", ("enligt ", Link("tabell"))),
        ("Se {{c}}{{a}}", ("Se enligt ", Link("tabell"), "ett")),
        ("{{d}}", (Missing("RTO"),)),
        ("{a} och }} är vanlig text", "{a} och }} är vanlig text"),
    ],
)
def test_values_take_their_places(text: str, filled: Any) -> None:
    values = {"a": "ett", "b": (Strong("två"),), "c": ("enligt ", Link("tabell")), "d": (Missing("RTO"),)}
    assert fill(text, values) == filled


def test_a_value_is_never_read_as_a_template() -> None:
    assert fill("{{a}}", {"a": "{{b}} {{a}} %s $x"}) == "{{b}} {{a}} %s $x"


def test_an_unknown_place_is_refused() -> None:
    with pytest.raises(TemplateError, match=r"Mallen avtal frågar efter \{\{okant\}\}"):
        fill("Här: {{okant}}", {"a": "ett"}, "avtal")


def test_runs_are_joined() -> None:
    assert joined("a", "", "b") == "ab"
    assert joined() == ""
    assert joined("a", Strong("b"), "c", "d") == ("a", Strong("b"), "cd")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("[avsnitt\n", "går inte att läsa"),
        ('rubrik = "Löst"\n', "inte uppställd"),
        ('[a]\nheading = "A"\n[a.b]\ntitle = "B"\n', "utan text"),
        ("[a]\nheading = 3\n", "inte uppställd"),
    ],
)
def test_a_file_that_is_no_template_is_refused_in_one_sentence(tmp_path: Path, content: str, sentence: str) -> None:
    path = tmp_path / "mall.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(TemplateError, match=sentence):
        read_template(path)


def test_a_missing_file_or_passage_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="går inte att läsa"):
        read_template(tmp_path / "saknas.toml")
    path = tmp_path / "mall.toml"
    path.write_text('[a]\nheading = "A"\n', encoding="utf-8")
    with pytest.raises(TemplateError, match=r"saknar stycket a\.b"):
        read_template(path).text({}, "a.b")


def test_lines_of_a_passage_become_one_and_hard_spaces_stay(tmp_path: Path) -> None:
    path = tmp_path / "mall.toml"
    path.write_text('[a]\n[a.b]\ntext = """\nett\n  två\u00a0tre\n"""\n', encoding="utf-8")
    assert read_template(path).text({}, "a.b") == "ett två\u00a0tre"


def known_words(example: Any) -> set[str]:
    return {*words(gather(example.reading, example.agreement)), *option_words(OptionRow(months=12))}


def test_the_shipped_template_asks_only_for_words_that_exist(example: Any) -> None:
    template = shipped_template("operations_agreement")
    asked = {place for passage in template.passages.values() for place in places(passage.text)}
    assert asked - known_words(example) == set()
    assert known_words(example) - asked == {"detta_avtal"}


def test_every_word_is_explained_to_those_who_write_templates(example: Any) -> None:
    explained = README.read_text(encoding="utf-8").split("## Ord i driftavtalet")[1]
    assert {word for word in known_words(example) if f"`{word}`" not in explained} == set()


def test_the_prose_keeps_to_plain_agreement_language() -> None:
    template = shipped_template("operations_agreement")
    texts = [passage.text for passage in template.passages.values()]
    assert not [text for text in texts if "skall" in text.split() or "  " in text or "!" in text]
    assert not [passage.title for passage in template.passages.values() if passage.title.endswith(".")]


def test_glossary_is_in_alphabetical_order() -> None:
    terms = [term for term, _ in shipped_template("operations_agreement").glossary("definitions")]
    assert terms == sorted(terms, key=lambda term: term.replace("Ö", "~").replace("Å", "{"))
