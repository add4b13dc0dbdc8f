"""Little tables: only columns with something in them, figures to the right, and earlier rows behind a link."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look
from itadmin.ui.register.fact_table import Cells, FactTable, FoldedTable, Table, name_link
from itadmin.ui.widgets.buttons import LinkButton


def made(*rows: Cells) -> list[Callable[[], Cells]]:
    return [partial(_same, row) for row in rows]


def _same(row: Cells) -> Cells:
    return row


def words(widget: FactTable | FoldedTable) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def test_columns_without_a_word_are_left_out(look: Look, qtbot: QtBot) -> None:
    table = FactTable(look)
    qtbot.addWidget(table)
    table.show()
    table.show_table(Table(("Vem", "Sedan", "Antal"), made(["Skolan", "", "12"], ["Vården", "", ""]), right=(2,)))
    QApplication.processEvents()
    assert words(table) == ["Vem", "Skolan", "Vården", "Antal", "12"]
    table.show_table(Table(("Vem",), []))
    assert table.isHidden()


def test_a_name_is_followed_and_words_begin_where_links_do(look: Look, qtbot: QtBot) -> None:
    followed: list[str] = []
    table = FactTable(look)
    qtbot.addWidget(table)
    link = name_link(look, "Åmål & Bengtsfors", lambda: followed.append("den"))
    table.show_table(Table(("Kommun",), made([link]), total=("Summa",)))
    table.show()
    QApplication.processEvents()
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert followed == ["den"]
    total = next(label for label in table.findChildren(QLabel) if label.text() == "Summa")
    left = total.mapTo(table, total.rect().topLeft()).x()
    assert left == link.mapTo(table, link.rect().topLeft()).x() + look.metrics.link_pad


def test_rows_that_are_folded_are_counted_and_shown_when_asked_for(look: Look, qtbot: QtBot) -> None:
    folded = FoldedTable(look, "tidigare nivå", "tidigare nivåer")
    qtbot.addWidget(folded)
    folded.show_table(Table(("Nivå",), made(["1"], ["2"])))
    folded.show()
    link = folded.findChildren(LinkButton)[0]
    assert link.text() == "Visa 2 tidigare nivåer"
    assert words(folded) == []
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert link.text() == "Dölj"
    assert link.accessibleName() == "Dölj tidigare nivåer"
    assert words(folded) == ["Nivå", "1", "2"]
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    folded.show_table(Table(("Nivå",), made(["1"])))
    assert link.text() == "Visa 1 tidigare nivå"
    folded.show_table(Table(("Nivå",), []))
    assert folded.isHidden()


def test_of_many_rows_the_first_are_made_and_the_rest_when_asked_for(look: Look, qtbot: QtBot) -> None:
    asked: list[int] = []

    def row(number: int) -> Cells:
        asked.append(number)
        return [name_link(look, f"Nr {number}", lambda: None)]

    table = FactTable(look)
    qtbot.addWidget(table)
    table.show_table(Table(("Vem",), [partial(row, number) for number in range(40)], total=("Summa",)))
    table.show()
    assert len(asked) == 12
    more = next(link for link in table.findChildren(LinkButton) if link.text() == "Visa 28 till")
    assert "Summa" in words(table)
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert {"Nr 0", "Nr 39"} <= {link.text() for link in table.findChildren(LinkButton) if link.isVisible()}
    assert more.isHidden()
    table.show_table(Table(("Vem",), made(["En"])))
    assert more.isHidden()
    assert words(table) == ["Vem", "En"]


def test_what_is_folded_is_not_made(look: Look, qtbot: QtBot) -> None:
    folded = FoldedTable(look, "rad", "rader")
    qtbot.addWidget(folded)
    asked: list[str] = []

    def row() -> Cells:
        asked.append("rad")
        return ["Nu"]

    folded.show_table(Table(("När",), [row]))
    assert asked == []
    qtbot.mouseClick(folded.findChildren(LinkButton)[0], Qt.MouseButton.LeftButton)
    assert asked == ["rad"]
