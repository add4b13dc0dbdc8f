"""How conditions read in Swedish."""

from typing import Any

import pytest

from itadmin.domain.fields import (
    OPEN,
    ApproximateDay,
    Choice,
    Computed,
    Day,
    Held,
    LongText,
    Money,
    Percent,
    Reference,
    Text,
    Whole,
    YesNo,
)
from itadmin.domain.filters import TESTS, Condition
from itadmin.services.condition_words import TEST_WORDS, condition_words, field_kind, sentence

KIM = "01890a5d-ac96-774b-bcce-b302099a8057"
LIFECYCLE = Choice("Läge", OPEN, values="livscykel")
OWNER = Held("Systemägare", OPEN, to="people", through="roles", role="systemagare")


@pytest.mark.parametrize(
    ("field", "test", "values", "lead", "value"),
    [
        (LIFECYCLE, "one_of", ("i_drift",), "läge", "I drift"),
        (LIFECYCLE, "one_of", ("i_drift", "planerad"), "läge", "I drift eller Planerad"),
        (LIFECYCLE, "none_of", ("avvecklad", None), "läge inte", "Avvecklad eller inget värde"),
        (OWNER, "empty", (), "utan", "systemägare"),
        (OWNER, "filled", (), "med", "systemägare"),
        (OWNER, "one_of", (KIM,), "systemägare", "Kim Berg"),
        (Reference("Leverantör", OPEN, to="organisations"), "one_of", ("borta",), "leverantör", "borttagen post"),
        (YesNo("PUB-avtal", OPEN), "one_of", (True,), "PUB-avtal", "ja"),
        (YesNo("Säkerhetsskydd", OPEN), "one_of", (False,), "säkerhetsskydd", "nej"),
        (Text("Område", OPEN), "contains", ("vård",), "område innehåller", "”vård”"),
        (LongText("Syfte", OPEN), "contains", ("vård",), "syfte innehåller", "”vård”"),
        (Day("Slutar", OPEN), "before", ("2027-01-01",), "slutar före", "2027-01-01"),
        (Day("Slutar", OPEN), "within_months", (12,), "slutar inom", "12 månader"),
        (Day("Slutar", OPEN), "within_months", (1,), "slutar inom", "1 månad"),
        (Day("Revideras", OPEN), "by_months", (12,), "revideras", "inom 12 månader eller tidigare"),
        (Day("Gäller från", OPEN), "by_months", (0,), "gäller från", "i dag eller tidigare"),
        (ApproximateDay("I drift sedan", OPEN), "after", ("2019",), "i drift sedan efter", "2019"),
        (Computed("Löper till", OPEN, kind=Day), "before", ("2027",), "löper till före", "2027"),
        (Whole("Antal användare", OPEN), "at_least", (1200,), "antal användare minst", "1\u00a0200"),
        (Money("Kostnad", OPEN, per="år"), "at_most", (5_000_000,), "kostnad högst", "50\u00a0000\u00a0kr per år"),
        (Percent("Tillgänglighet", OPEN), "at_least", (9950,), "tillgänglighet minst", "99,5\u00a0%"),
    ],
)
def test_a_condition_reads_as_part_of_a_sentence(
    field: Any, test: Any, values: tuple[Any, ...], lead: str, value: str
) -> None:
    words = condition_words(field, Condition("x", test, values), {KIM: "Kim Berg"})
    assert (words.lead, words.value) == (lead, value)
    assert words.sentence == f"{lead} {value}"


def test_every_test_has_its_word() -> None:
    assert set(TEST_WORDS) == TESTS


def test_computed_fields_are_asked_as_what_they_are_shown_as() -> None:
    assert field_kind(Computed("Nästa dag", OPEN, kind=Day)) is Day
    assert field_kind(Computed("Läge", OPEN, values="livscykel")) is Choice


def test_a_list_reads_as_a_sentence() -> None:
    assert sentence(["System", "läge I drift", "utan systemägare"]) == "System · läge I drift · utan systemägare"
