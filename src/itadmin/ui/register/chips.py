"""Which sign the codes of a value list are shown with; lists without signs are plain words."""

from __future__ import annotations

from collections.abc import Mapping

from itadmin.ui.widgets.chip import ChipKind

CHIPS: Mapping[str, Mapping[str, ChipKind]] = {
    "livscykel": {
        "behov": ChipKind.DRAFT,
        "planerad": ChipKind.PLANNED,
        "upphandling": ChipKind.PLANNED,
        "inforande": ChipKind.PLANNED,
        "i_drift": ChipKind.IN_USE,
        "under_avveckling": ChipKind.RETIRED,
        "avvecklad": ChipKind.RETIRED,
    },
    "avtalsstatus": {
        "utkast": ChipKind.DRAFT,
        "forhandling": ChipKind.DRAFT,
        "invantar_underskrift": ChipKind.SENT,
        "gallande": ChipKind.IN_FORCE,
        "uppsagt": ChipKind.SOON,
        "upphort": ChipKind.REPLACED,
        "ersatt": ChipKind.REPLACED,
    },
    "planstatus": {
        "utkast": ChipKind.DRAFT,
        "remiss": ChipKind.SENT,
        "faststalld": ChipKind.IN_FORCE,
        "inaktuell": ChipKind.REPLACED,
        "ersatt": ChipKind.REPLACED,
    },
    "beslutslage": {
        "vantar": ChipKind.SENT,
        "faststalld": ChipKind.SIGNED,
        "avslagen": ChipKind.REMOVED,
        "aterremitterad": ChipKind.SOON,
    },
    "inforandelage": {
        "utkast": ChipKind.DRAFT,
        "pagar": ChipKind.PLANNED,
        "godkand": ChipKind.IN_FORCE,
        "avslutad": ChipKind.REPLACED,
        "avbruten": ChipKind.REMOVED,
    },
    "punktlage": {
        "kvar": ChipKind.SOON,
        "klart": ChipKind.IN_FORCE,
        "ej_aktuellt": ChipKind.REPLACED,
        "avstatt": ChipKind.DRAFT,
    },
    "handlingslage": {
        "fardig": ChipKind.IN_FORCE,
        "for_underskrift": ChipKind.DRAFT,
        "skickat": ChipKind.SENT,
        "paskrivet": ChipKind.SIGNED,
        "ersatt": ChipKind.REPLACED,
        "makulerat": ChipKind.REMOVED,
    },
}


CLASSES, LEVELS = "krt_niva", "samverkansniva"
_HIGHEST = {CLASSES: 4, LEVELS: 5}


def grade_for(values: str, code: str) -> int | None:
    """The number of a class or a level; None for what is neither."""
    return int(code) if code.isdigit() and int(code) <= _HIGHEST.get(values, -1) else None


def chip_for(values: str, code: str) -> ChipKind | None:
    """The chip of a code, or None when its list is shown as plain words."""
    return CHIPS[values].get(code, ChipKind.PLAIN) if values in CHIPS else None
