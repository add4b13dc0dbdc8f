"""Kompetenskartan painted in a process of its own, so large that all its cells are seen, and the floor beside it.

python -m benchmarks.children.competence_map FILE ROUNDS
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter_ns

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from itadmin.services.competence.ground import ground_of
from itadmin.services.competence.heat_map import Asked, HeatMap, heat_map
from itadmin.services.sample_values import SAMPLE_DAY
from itadmin.services.workspace import open_reading
from itadmin.ui.competence.heat_view import HeatView
from itadmin.ui.look.look import Scheme, apply_look

_CELL = QRectF(0, 0, 46, 28)


def main(file: Path, rounds: int) -> None:
    """Tell nanoseconds of the first painting, and of both sides in each round."""
    application = QApplication([])
    look = apply_look(application, Scheme.LIGHT, 1.0)
    reading = open_reading(file, SAMPLE_DAY)
    heat = heat_map(reading, ground_of(reading), Asked())
    reading.close()
    view = HeatView(look)
    view.show_map(heat)
    places = view.places()
    if places is None:
        raise SystemExit("there is no map")
    view.resize(round(places.width) + 40, round(places.height) + 40)
    image = QImage(view.size(), QImage.Format.Format_ARGB32_Premultiplied)
    print("first", _taken(lambda: view.viewport().render(image)))
    for number in range(rounds):
        print(f"own_{number}", _taken(lambda: view.viewport().render(image)))
        print(f"floor_{number}", _taken(lambda: _bare(image, heat)))


def _bare(image: QImage, heat: HeatMap) -> None:
    """The cells as rectangles with their digits."""
    with QPainter(image) as painter:
        for row, who in enumerate(heat.rows):
            for column, judged in enumerate(who.cells):
                cell = _CELL.translated(column * _CELL.width(), row * _CELL.height())
                level = 0 if judged is None else judged.level or 0
                painter.fillRect(cell, QColor(200, 220, 40 * level))
                painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(level))


def _taken(work: Callable[[], object]) -> int:
    before = perf_counter_ns()
    work()
    return perf_counter_ns() - before


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
