"""Figures as a table to read. Knows what the figures are called, not how they are come by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from benchmarks.runner import Compared, Figures

_LABELS = {
    "start": "Start, mot ett tomt fönster",
    "first_paint": "Första målningen",
    "start_page": "Kräver åtgärd målad, 1 000 system",
    "list_painted": "Lista med 1 000 system målad",
    "usable_list": "Listan svarar på tangentbordet",
    "memory_mb": "Minne med listan framme, MB",
    "lists": "Listor, 95:e percentilen till målad första sida, mot ren SQL",
    "open_1000": "1 000: listan öppnas",
    "scroll_1000": "1 000: listan rullas",
    "filter_1000": "1 000: listan filtreras",
    "sort_1000": "1 000: listan sorteras",
    "search_1000": "1 000: listan söks i, per tangent",
    "find_1000": "1 000: sök i allt, per tangent",
    "open_record_1000": "1 000: posten läses med allt som hör till, ms",
    "filter_1000_proxy": "1 000: filtreras med QSortFilterProxyModel, ms",
    "sort_1000_proxy": "1 000: sorteras med QSortFilterProxyModel, ms",
    "search_1000_proxy": "1 000: söks i med QSortFilterProxyModel, ms",
    "open_100000": "100 000: listan öppnas",
    "scroll_100000": "100 000: listan rullas",
    "filter_100000": "100 000: listan filtreras",
    "sort_100000": "100 000: listan sorteras",
    "search_100000": "100 000: listan söks i, per tangent",
    "find_100000": "100 000: sök i allt, per tangent",
    "open_record_100000": "100 000: posten läses med allt som hör till, ms",
    "filter_100000_proxy": "100 000: filtreras med QSortFilterProxyModel, ms",
    "sort_100000_proxy": "100 000: sorteras med QSortFilterProxyModel, ms",
    "search_100000_proxy": "100 000: söks i med QSortFilterProxyModel, ms",
    "memory_mb_proxy": "Minne med QStandardItemModel, MB",
    "documents": "Handlingar",
    "pages": "Sidor i avtalet",
    "pages_per_s": "Sidor per sekund, uppsättning och utskrift",
    "made_pages_per_s": "Sidor per sekund, från registret till färdig fil",
    "first_ms": "Det första avtalet i en ny process, ms",
    "multibuild_pages": "Sidor med ReportLabs multiBuild",
    "multibuild_pages_per_s": "Sidor per sekund med multiBuild",
    "multibuild_ratio": "Sidor per sekund, gånger multiBuilds",
    "multibuild_document_ratio": "Hela avtal per sekund, gånger multiBuilds",
    "batch_papers": "Driftavtal på en gång",
    "batch_pages_per_s": "Sidor per sekund på två kärnor, från registret till färdiga filer",
    "batch_multibuild_ratio": "Sidor per sekund, gånger multiBuilds på en kärna",
    "batch_memory_mb": "Minne i en process efter tusen handlingar, MB",
    "memory_growth_mb": "Ökning av minnet i en process, från den hundrade handlingen till den tusende, MB",
    "register_2000_pages": "Sidor i systemförteckningen med 2 000 system",
    "register_2000_s": "Systemförteckningen, från filen, s",
    "register_2000_internal_s": "Den interna systemförteckningen, från filen, s",
    "different_pages_per_s": "Sidor per sekund, uppsättning av 20 olika avtal",
    "typst": "Samma avtal med typst",
    "libreoffice": "Samma avtal med LibreOffice",
    "import": "Inläsning av 5 000 system ur Excel, mot att skriva samma värden i en tom tabell",
    "rows_per_s": "Rader per sekund, från fil till poster",
    "floor_rows_per_s": "Rader per sekund i den tomma tabellen",
    "take_in_5000": "Allt, från fil till poster",
    "read_ms": "Läsa filen och känna igen kolumnerna, ms",
    "plan_ms": "Jämföra med registret, ms",
    "write_ms": "Skriva, med säkerhetskopia, ms",
    "agreements": "Avtalstider",
    "evaluate_6000_ms": "6 000 avtal bedömda, ms",
    "explain_6000_ms": "6 000 avtal bedömda och förklarade, ms",
    "attention": "Kräver åtgärd, 2 000 system och 6 000 avtal",
    "work_list_ms": "Arbetslistan och siffrorna, ms",
    "work_list_lines": "Punkter i listan",
    "calendar_ms": "Avtalskalendern, ms",
    "roadmap_ms": "Roadmap för system, ms",
    "wheel_ms": "Årshjulet, ms",
    "training": "Vem saknar vad, mot att läsa samma deltaganden med ren SQL",
    "lacking_5000": "5 000 personer och 200 moment",
    "lacking_rows": "Rader i svaret",
    "competence": "Kompetenskartan, 100 personer och 40 områden",
    "map_read_ms": "Läst ur registret, ms",
    "map_first_ms": "Första målningen, ms",
    "map_drawn": "Målad igen, mot bara rutor och siffror",
    "samverkan": "Regionen, 2 000 system i tio kommuner, mot samma rader i ren SQL",
    "matrix_2000x10": "Samverkansmatrisen, från en öppen fil",
    "opportunities_2000x10": "Kandidaterna i ordning, från en öppen fil",
    "alignment_ms": "Ett systems avtal på en tidsaxel och gemensam dag, ms",
    "trend_2000x10_ms": "Nivåerna år för år, ms",
    "cells": "Rutor i matrisen",
}
"""What benchmarks and figures are called in the table; one without a name here keeps its own."""

_GAP = "  "


def table(results: Mapping[str, Figures]) -> str:
    """The figures of each benchmark below each other: a line each, with time, floor and ratio where there is one."""
    rows = [("", "här", "mot", "gånger")]
    for name, figures in results.items():
        rows += [(_label(name), "", "", ""), *_rows(figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(_line(row, widths) for row in rows)


def _rows(figures: Figures) -> Iterator[tuple[str, str, str, str]]:
    for name, figure in figures.items():
        each = figure if isinstance(figure, Mapping) else {name: figure}
        yield from ((f"{_GAP}{_label(whose)}", *_cells(value)) for whose, value in each.items())


def _cells(figure: float | Compared) -> tuple[str, str, str]:
    if isinstance(figure, Compared):
        return f"{_number(figure.ms)} ms", f"{_number(figure.floor_ms)} ms", f"{figure.ratio:.2f}".replace(".", ",")
    return _number(figure), "", ""


def _number(value: float) -> str:
    """A number with as many decimals as its size deserves, in Swedish."""
    decimals = 0 if isinstance(value, int) or value >= 100 else 1 if value >= 10 else 2
    return f"{value:.{decimals}f}".replace(".", ",")


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    first, *rest = zip(row, widths, strict=True)
    cells = [first[0].ljust(first[1]), *(text.rjust(width) for text, width in rest)]
    return _GAP.join(cells).rstrip()


def _label(name: str) -> str:
    return _LABELS.get(name, name)
