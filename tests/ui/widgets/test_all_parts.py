"""Every part paints itself in every look without a warning, grows with the text, and changes when the colours do."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtGui import QFont, QImage, QPalette
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look, Scheme, Theme
from itadmin.ui.look.palette import contrast_tokens
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.buttons import Button, ButtonKind, IconButton, LinkButton
from itadmin.ui.widgets.calculation_box import CalculationBox
from itadmin.ui.widgets.chip import Chip, ChipKind
from itadmin.ui.widgets.classing import Classing, ClassingCells, ClassValue
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.empty_state import EmptyState
from itadmin.ui.widgets.jump_list import JumpList, JumpSection
from itadmin.ui.widgets.labels import ElidedLabel, Label
from itadmin.ui.widgets.landscape import Landscape
from itadmin.ui.widgets.level_cell import LevelBadge, LevelMark
from itadmin.ui.widgets.marks import MissingMark, SignMark
from itadmin.ui.widgets.notice import Concern, Message, Notice
from itadmin.ui.widgets.progress_bar import ProgressBar
from itadmin.ui.widgets.prose import ProseLabel, Strong
from itadmin.ui.widgets.section_header import SectionHeader
from itadmin.ui.widgets.signs import Sign
from itadmin.ui.widgets.term_bar import MiniTermBar, TermBar
from itadmin.ui.widgets.term_data import BlockKind, TermBarData, TermBlock, TermFlag

TODAY = date(2026, 11, 22)
TERM = TermBarData(
    today=TODAY,
    blocks=(
        TermBlock(BlockKind.FIRST, date(2023, 6, 1), date(2027, 5, 31), "Första period", "4 år"),
        TermBlock(BlockKind.OPTION, date(2027, 6, 1), date(2029, 5, 31), "Option 1"),
        TermBlock(BlockKind.RENEWAL, date(2029, 6, 1), date(2031, 5, 31), "Förlängning", open_ended=True),
    ),
    notice=(date(2027, 2, 28), date(2027, 5, 31)),
    flag=TermFlag(date(2027, 2, 28), "sista dag att säga upp"),
    sentence="Sista dag att säga upp är 2027-02-28.",
)


def notice(look: Look) -> QWidget:
    part = Notice(look)
    part.set_messages([Message(Concern.WARNING, (Strong("Filen är ändrad."), " Öppnad för läsning."), "Visa…")])
    return part


def jump_list(look: Look) -> QWidget:
    part = JumpList(look)
    part.set_sections([JumpSection("Översikt", 1), JumpSection("Roller")])
    part.set_current(0)
    return part


def section(look: Look) -> QWidget:
    part = SectionHeader(look, "Roller", "Redigera")
    part.set_missing(2)
    part.set_filled(7, 12)
    return part


def progress(look: Look) -> QWidget:
    part = ProgressBar(look)
    part.set_progress(4, 10, "4 av 10 granskade")
    return part


def combo_box(look: Look) -> QWidget:
    part = ComboBox(look)
    part.addItems(["Annan kommun", "Egen drift"])
    return part


def chip(kind: ChipKind) -> Callable[[Look], QWidget]:
    return lambda look: Chip(look, kind, "Ord")


def level(number: int) -> Callable[[Look], QWidget]:
    return lambda look: LevelBadge(look, LevelMark(number, ends_soon=True), "Drift")


PARTS: dict[str, Callable[[Look], QWidget]] = {
    "button": lambda look: Button(look, "Spara", icon="save"),
    "primary": lambda look: Button(look, "Spara", ButtonKind.PRIMARY, "add"),
    "quiet": lambda look: Button(look, "Ändra", ButtonKind.QUIET, small=True),
    "icon_button": lambda look: IconButton(look, "print", "Skriv ut"),
    "link": lambda look: LinkButton(look, "Ekonomichefen"),
    "calculation": lambda look: CalculationBox(look, ("Slutar ", Strong("2027-05-31"))),
    "classing": lambda look: ClassingCells(look, Classing(0, 3, None)),
    "class_value": lambda look: ClassValue(look, 3, "Allvarlig skada"),
    "combo_box": combo_box,
    "empty": lambda look: EmptyState(
        look, "document_text", "Inga avtal än", "Lägg till.", primary="Nytt", plain="Öppna"
    ),
    "jump_list": jump_list,
    "label": lambda look: Label(look, "Text", ink=Ink.TEXT2),
    "elided": lambda look: ElidedLabel(look, "Text som är lång"),
    "missing": MissingMark,
    "sign": lambda look: SignMark(look, Sign.CLOCK, Ink.AMBER),
    "notice": notice,
    "prose": lambda look: ProseLabel(look, ("Ägare ", Strong("Ekonomichefen"), ", ekonomi")),
    "progress": progress,
    "section": section,
    "term_bar": lambda look: TermBar(look, TERM),
    "mini_term_bar": lambda look: MiniTermBar(look, TERM, (date(2023, 1, 1), date(2031, 1, 1))),
}
PARTS |= {f"chip_{kind.value}": chip(kind) for kind in ChipKind}
PARTS |= {f"level_{number}": level(number) for number in range(6)}

EVERY_PART = pytest.mark.parametrize("make", PARTS.values(), ids=PARTS.keys())


def picture(part: QWidget) -> QImage:
    part.resize(part.sizeHint())
    return part.grab().toImage()


@EVERY_PART
def test_paints_something_in_light_dark_and_contrast(
    qtbot: QtBot, look: Look, base_font: QFont, make: Callable[[Look], QWidget]
) -> None:
    part = make(look)
    qtbot.addWidget(part)
    light = picture(part)
    look.set_scheme(Scheme.DARK)
    dark = picture(part)
    look.theme = Theme(contrast_tokens(QPalette()), base_font, 1.0)
    look.changed.emit()
    for image in (light, dark, picture(part)):
        assert len({image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}) > 2
    assert light.size() == dark.size()
    assert light != dark


FIXED = [name for name in PARTS if name.startswith(("chip", "level", "class", "missing"))]


@pytest.mark.parametrize("name", FIXED)
def test_small_parts_are_never_cut(qtbot: QtBot, look: Look, name: str) -> None:
    part = PARTS[name](look)
    qtbot.addWidget(part)
    assert part.minimumSizeHint() == part.sizeHint()
    assert part.sizeHint().width() > 10


@EVERY_PART
def test_grows_with_the_text(qtbot: QtBot, look: Look, make: Callable[[Look], QWidget]) -> None:
    part = make(look)
    qtbot.addWidget(part)
    part.ensurePolished()
    before = part.sizeHint()
    look.set_text_factor(1.5)
    after = part.sizeHint()
    assert after.height() > before.height()
    assert after.width() >= before.width()
    look.set_text_factor(1.0)
    assert part.sizeHint() == before


def test_the_landscape_fills_its_pane_and_hides_in_contrast_mode(qtbot: QtBot, look: Look, base_font: QFont) -> None:
    pane = Landscape(look)
    qtbot.addWidget(pane)
    pane.resize(300, 500)
    light = pane.grab().toImage()
    assert light.pixelColor(10, 10) != light.pixelColor(10, 490)
    assert light == pane.grab().toImage()
    look.set_scheme(Scheme.DARK)
    assert pane.grab().toImage().pixelColor(10, 10).lightness() < light.pixelColor(10, 10).lightness()
    look.theme = Theme(contrast_tokens(QPalette()), base_font, 1.0)
    look.changed.emit()
    assert pane.isHidden()
