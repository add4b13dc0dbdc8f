"""What the start page says of rows, days, figures and emptiness."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest

from itadmin.domain.calculations.attention import RESTING, Act, AttentionLine, Band, Mark
from itadmin.services.attention import Figures
from itadmin.ui.attention import words
from itadmin.ui.attention.figures import short_kronor, told
from itadmin.ui.attention.rows import BandRow, FoldRow, LineRow, Shown
from itadmin.ui.attention.titles import under_title

Line = Callable[..., AttentionLine]
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (0, "i dag"),
        (1, "i morgon"),
        (-1, "1 dag sen"),
        (2, "om 2 dagar"),
        (-21, "21 dagar sen"),
        (364, "om 364 dagar"),
        (365, "om 1 år"),
        (-727, "2 år sen"),
        (-730, "2 år sen"),
        (-3650, "10 år sen"),
    ],
)
def test_how_far_off_a_day_is(days: int, told: str) -> None:
    assert words.relative(TODAY + timedelta(days=days), TODAY) == told


def test_it_is_said_of_how_much_a_choice_is() -> None:
    assert under_title(TODAY, 7, 1, 0, 413) == "söndag 22 november 2026 · 7 av 413 punkter · 1 för sent"
    assert under_title(TODAY, 0, 0, 0, 413) == "söndag 22 november 2026 · 0 av 413 punkter"
    assert under_title(TODAY, 413, 0, 0, 413) == "söndag 22 november 2026 · 413 punkter"


@pytest.mark.parametrize(
    ("number", "late", "soon", "told"),
    [
        (0, 0, 0, "söndag 22 november 2026"),
        (1, 0, 0, "söndag 22 november 2026 · 1 punkt"),
        (13, 3, 2, "söndag 22 november 2026 · 13 punkter · 3 för sent · 2 inom 30 dagar"),
        (1300, 0, 1, "söndag 22 november 2026 · 1\u00a0300 punkter · 1 inom 30 dagar"),
    ],
)
def test_day_and_number_stand_under_the_title(number: int, late: int, soon: int, told: str) -> None:
    assert under_title(TODAY, number, late, soon) == told


@pytest.mark.parametrize(
    ("act", "field", "told"),
    [
        (Act.APPOINT, "system_owner", "Utse systemägare…"),
        (Act.APPOINT, "", "Utse…"),
        (Act.RENEW, "", "Förnya eller säg upp…"),
        (Act.SIGN, "signed_on", "Registrera påskrivet…"),
        (Act.DRAW_UP, "operating_unit", "Skriv driftavtal…"),
        (Act.ANSWER, "", "Svara…"),
        (Act.OPEN, "", "Öppna"),
    ],
)
def test_the_button_says_what_comes_next(line: Line, act: Act, field: str, told: str) -> None:
    assert words.act_words(line(act=act, field=field)) == told


def test_what_is_drawn_up_is_said(line: Line) -> None:
    told = {"i_drift_utan_driftavtal": "Skriv driftavtal…", "personuppgifter_utan_pub": "Skriv PUB-avtal…"}
    assert {kind: words.act_words(line(act=Act.DRAW_UP, kind=kind)) for kind in told} == told


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("sista_uppsagningsdag", "Förnya eller säg upp…"),
        ("option_beslutas", "Besluta om option…"),
        ("avtal_loper_ut", "Förnya eller ersätt…"),
        ("avtal_har_lopt_ut", "Förnya eller avsluta…"),
        ("uppsagt_avtal_upphor", "Ersätt eller avsluta…"),
    ],
)
def test_the_button_of_an_agreement_says_what_there_is_to_decide(line: Line, kind: str, told: str) -> None:
    assert words.act_words(line(act=Act.RENEW, kind=kind)) == told


def test_every_act_has_a_word_and_every_choice(line: Line) -> None:
    assert all(words.act_words(line(act=act)) for act in Act)
    assert set(words.SHOWN) == set(Shown)


def test_a_fold_says_how_many_and_what_they_have_in_common(line: Line) -> None:
    fold = FoldRow(tuple(line(each) for each in range(23)), is_open=False)
    assert (words.name_of(fold), words.reason_of(fold)) == ("23 system", "Utan klassning.")
    unknown = FoldRow((line(kind="okänd", said="Något är på tok."),) * 10, is_open=False)
    assert words.reason_of(unknown) == "Något är på tok."


def test_a_row_is_read_aloud_as_sentences(line: Line) -> None:
    row = LineRow(line(day=date(2026, 11, 28), responsible="Anna Ek", band=Band.INOM_30_DAGAR))
    assert words.in_words(row, TODAY, "Klassa…") == (
        "System 1. Informationen är inte klassad. 2026-11-28, om 6 dagar. Ansvarig Anna Ek. Enter: Klassa."
    )
    assert words.in_words(BandRow(Band.FORSENAT, 3), TODAY, "") == "För sent, 3 punkter."
    fold = FoldRow((line(),) * 10, is_open=False)
    assert words.in_words(fold, TODAY, words.MEND_ALL) == (
        "10 system. Utan klassning. Sammanfört till en rad. Enter: Åtgärda alla."
    )


def test_what_has_no_column_is_told_with_the_reason(line: Line) -> None:
    row = LineRow(line(day=date(2026, 11, 28)))
    assert words.beside_reason(row, TODAY, day=False, who=False) == "Informationen är inte klassad."
    assert words.beside_reason(row, TODAY, day=True, who=True) == (
        "2026-11-28, om 6 dagar · Informationen är inte klassad · Ansvarig saknas"
    )


def test_a_marked_row_tells_until_when_and_why(line: Line) -> None:
    row = LineRow(line(day=TODAY), Mark(UUID(int=1), RESTING, date(2027, 1, 1), "Väntar på svar."))
    assert words.told_days(row, TODAY) == ("2027-01-01", "vilar till dess")
    assert words.reason_of(row).endswith("Anteckning: Väntar på svar.")


def test_of_many_the_first_day_is_told(line: Line) -> None:
    days = (None, date(2027, 1, 1), date(2026, 11, 20))
    fold = FoldRow(tuple(line(number, day=day) for number, day in enumerate(days)), is_open=False)
    assert words.told_days(fold, TODAY) == ("2026-11-20", "2 dagar sen")


@pytest.mark.parametrize(
    ("ore", "told"),
    [
        (0, "0\u00a0kr"),
        (99_900, "999\u00a0kr"),
        (100_000, "1\u00a0tkr"),
        (85_000_000, "850\u00a0tkr"),
        (420_000_000, "4,2\u00a0mnkr"),
        (1_234_567_890_00, "1\u00a0234,6\u00a0mnkr"),
    ],
)
def test_amounts_are_told_as_one_says_them(ore: int, told: str) -> None:
    assert short_kronor(ore) == told


def test_figures_are_told_with_what_they_are_of() -> None:
    shown = told(
        Figures(
            systems=214,
            in_operation=198,
            agreements_in_force=86,
            agreements_ending=9,
            complete_percent=None,
            yearly_cost=420_000_000,
        )
    )
    assert shown == (
        ("214", "system, varav 198 i drift"),
        ("86", "gällande avtal, 9 slutar inom 1 år"),
        ("–", "kompletta system och avtal"),
        ("4,2\u00a0mnkr", "om året i gällande avtals priser"),
    )
