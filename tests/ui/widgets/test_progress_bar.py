"""The bar fills as things are done, and says so in words."""

import pytest
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look
from itadmin.ui.widgets.progress_bar import ProgressBar


@pytest.mark.parametrize(("done", "total", "filled"), [(0, 4, 0), (1, 4, 0.25), (2, 4, 0.5), (4, 4, 1), (0, 0, 0)])
def test_it_is_filled_as_far_as_is_done(qtbot: QtBot, look: Look, done: int, total: int, filled: float) -> None:
    bar = ProgressBar(look)
    qtbot.addWidget(bar)
    bar.resize(400, 10)
    bar.set_progress(done, total, f"{done} av {total} granskade")
    image = bar.grab().toImage()
    accent = look.tokens.accent.lower()
    colours = [image.pixelColor(x, 5).name() for x in range(4, 396)]
    assert abs(colours.count(accent) / len(colours) - filled) < 0.02
    assert bar.accessibleName() == f"{done} av {total} granskade"
