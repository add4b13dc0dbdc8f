"""Papers say the kommun's own words, and tell that names of levels are proposals only while they are."""

from collections.abc import Callable
from typing import Any

import pytest

from itadmin.documents.catalogue import prepare
from itadmin.domain.values import LISTS
from itadmin.domain.words import Words

Told = Callable[..., str]
_ADOPTED = frozenset({("samverkansniva", "3"), ("samverkansniva", "4")})


def worded(example: Any, adopted: frozenset[tuple[str, str]] = frozenset(), **lists: dict[str, str]) -> Any:
    """The same register with other labels for some codes of lists."""
    labels = {values: {**known, **lists.get(values, {})} for values, known in LISTS.items()}
    return example.read_as(words=Words(labels, adopted=adopted))


@pytest.fixture
def told(text_of: Callable[..., str]) -> Told:
    def tell(example: Any, kind: str, record: str) -> str:
        return text_of(prepare(kind, example.reading, getattr(example, record), draft=False).paper)

    return tell


@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        ("2 Viktig", "har driftklass 2, viktig."),
        ("Guld", "har driftklass Guld."),
        ("Klass två", "har driftklass Klass två."),
    ],
)
def test_an_agreement_says_its_driftklass_as_the_kommun_does(
    example: Any, told: Told, label: str, sentence: str
) -> None:
    paper = told(worded(example, driftklass={"2": label}), "operations_agreement", "agreement")
    assert sentence in paper
    assert f"Driftklass: {label}" in paper


def test_an_agreement_says_how_its_system_is_run(example: Any, told: Told) -> None:
    hosting = dict.fromkeys(LISTS["driftform"], "Hos oss")
    assert "Driftform: Hos oss" in told(worded(example, driftform=hosting), "operations_agreement", "agreement")


def test_a_card_says_category_roles_and_driftklass(example: Any, told: Told) -> None:
    roles = {"systemagare": "Objektägare"}
    categories = dict.fromkeys(LISTS["systemkategori"], "Stort system")
    with_category = example.with_system(category="stodsystem")
    made = worded(with_category, driftklass={"2": "Guld"}, systemkategori=categories, roll=roles)
    card = told(made, "system_card", "system")
    assert "Objektägare" in card
    assert "Driftklass: Guld, enligt" in card
    assert "Kategori: Stort system" in card


def test_roles_on_a_card_stand_in_the_order_of_the_words(example: Any, told: Told) -> None:
    first = told(example, "system_card", "system")
    turned = {**LISTS, "roll": dict(reversed(LISTS["roll"].items()))}
    other = told(example.read_as(words=Words(turned)), "system_card", "system")
    roles = [label for label in LISTS["roll"].values() if f"\n{label} | " in first]
    assert len(roles) > 1
    assert sorted(roles, key=lambda role: first.index(f"\n{role} | ")) == roles
    assert sorted(roles, key=lambda role: other.index(f"\n{role} | ")) == roles[::-1]


@pytest.mark.parametrize(("adopted", "proposed"), [(frozenset(), True), (_ADOPTED, False)])
def test_a_card_tells_that_level_names_are_proposals_while_they_are(
    example: Any, told: Told, adopted: frozenset[tuple[str, str]], *, proposed: bool
) -> None:
    owner = str(example.reading.organisation_id)
    level = {"id": 95, "system": str(example.system), "municipality": owner, "level": "3"}
    with_level = example.adding("cooperation_levels", {**level, "target_level": "4"})
    made = worded(with_level, adopted, samverkansniva={"3": "3 Samma program"})
    card = told(made, "system_card", "system")
    assert "3 Samma program" in card
    assert ("är förslag som kommunerna inte har antagit" in card) is proposed
