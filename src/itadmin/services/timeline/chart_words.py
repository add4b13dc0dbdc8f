"""What the pictures of time say: titles, headings, what forms mean, and the whole in a sentence."""

from __future__ import annotations

from datetime import date

from itadmin.domain.calculations.time_chart import Axis, Fill, Shape
from itadmin.domain.calendar import MONTHS
from itadmin.services.timeline.shown import Counted, Grouping

CALENDAR_TITLE, ROADMAP_TITLE = "Avtalskalender", "Roadmap för system"
CALENDAR_HEADINGS = ("Avtal", "Säg upp senast", "Slutdag", "Därefter", "Leverantör", "Ansvarig")
ROADMAP_HEADINGS = ("System och avtal", "Fr.o.m.", "T.o.m.", "Säg upp senast", "Läge", "Ansvarig")
DAY_HEADINGS = {Counted.NOTICE: "Säg upp senast", Counted.END: "Slutdag"}
LAST_DAY = "Sista dag"
AGREEMENT_LEGEND = (
    (Shape.NOTICE, "sista dag att säga upp"),
    (Shape.CHOICE, "option ska beslutas"),
    (Shape.END, "löper ut"),
    (Shape.RENEWAL, "perioden slutar, avtalet fortsätter"),
    (Fill.FIRM, "avtalat"),
    (Fill.CHOICE, "option"),
    (Fill.LIKELY, "förlängs om ingen säger upp"),
    (Fill.WINDOW, "för sent att säga upp"),
)
ROADMAP_LEGEND = (
    (Shape.NOTICE, "sista dag att säga upp"),
    (Shape.CHOICE, "option ska beslutas"),
    (Shape.SUPPORT, "stödet upphör"),
    (Shape.END, "löper ut eller avvecklas"),
    (Shape.RENEWAL, "ny period"),
    (Fill.FIRM, "i drift, avtalat"),
    (Fill.CHOICE, "planerat, option"),
    (Fill.LIKELY, "förlängs om ingen säger upp"),
    (Fill.WINDOW, "för sent att säga upp"),
    (Fill.VAGUE, "dagen är inte känd"),
)
NO_GROUP = {
    Grouping.SUPPLIER: "Utan leverantör",
    Grouping.RESPONSIBLE: "Utan ansvarig",
    Grouping.KIND: "Utan slag",
    Grouping.DEPARTMENT: "Utan förvaltning",
}
WITHOUT_SYSTEM = "Avtal utan system"


def calendar_sentence(axis: Axis, counted: Counted, number: int, others: int) -> str:
    """How many agreements are shown, and how many `others` are not."""
    what = "sista dag att säga upp eller besluta" if counted is Counted.NOTICE else "slutdag"
    time = f"{_month(axis.first)} – {_month(axis.last)}"
    said = f"{number} avtal har sin {what} {time}."
    return f"{said} {others} avtal har den senare eller ingen alls." if others else said


def roadmap_sentence(axis: Axis, number: int, others: int) -> str:
    """How many systems are shown, for which years, and how many `others` are not."""
    said = f"{number} system med sina avtal, {axis.first.year}–{axis.last.year}."
    return f"{said} {others} system har ingen dag de åren och visas inte." if others else said


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"
