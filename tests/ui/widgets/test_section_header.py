"""A section's heading says what is missing and what is filled in, and leads on."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.chip import Chip
from itadmin.ui.widgets.labels import ElidedLabel, Label
from itadmin.ui.widgets.section_header import SectionHeader


def shown_texts(header: SectionHeader) -> list[str]:
    labels = [label for label in header.findChildren(Label) if not label.isHidden()]
    return [label.text() for label in labels]


def test_what_is_missing_and_filled_is_shown_only_when_there_is_any(qtbot: QtBot, look: Look) -> None:
    header = SectionHeader(look, "Roller")
    qtbot.addWidget(header)
    chip = header.findChild(Chip)
    assert header.title() == "Roller"
    assert shown_texts(header) == []
    assert chip.isHidden()
    header.set_missing(2)
    header.set_filled(7, 12)
    assert chip.text() == "2 saknas"
    assert not chip.isHidden()
    assert shown_texts(header) == ["7 av 12 ifyllda"]
    header.set_missing(0)
    assert chip.isHidden()


def test_a_long_title_is_elided_beside_its_link(qtbot: QtBot, look: Look) -> None:
    header = SectionHeader(look, "Utbildningsmoment – samma moment som i den plan som gällde före", "Nytt moment …")
    qtbot.addWidget(header)
    header.resize(300, header.sizeHint().height())
    header.show()
    title = header.findChild(ElidedLabel)
    assert title.shown_text().endswith("…")
    assert header.title() in title.toolTip()


def test_a_hairline_lies_under_it(qtbot: QtBot, look: Look) -> None:
    header = SectionHeader(look, "Avtal")
    qtbot.addWidget(header)
    header.resize(300, header.sizeHint().height())
    image = header.grab().toImage()
    assert {image.pixelColor(x, image.height() - 1).name().upper() for x in range(300)} == {look.tokens.line}


def test_the_link_is_named_with_its_section(qtbot: QtBot, look: Look) -> None:
    header = SectionHeader(look, "Avtal", "Redigera")
    qtbot.addWidget(header)
    link = header.findChild(LinkButton)
    assert link.text() == "Redigera"
    assert link.accessibleName() == "Redigera: Avtal"
    with qtbot.waitSignal(header.link_chosen):
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    header.set_link("")
    assert link.isHidden()
