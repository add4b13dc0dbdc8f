"""Little tables: only columns with something in them, figures to the right, and earlier rows behind a link."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look
from itadmin.ui.register.fact_table import FactTable, FoldedTable, Table, name_link
from itadmin.ui.widgets.buttons import LinkButton


def words(widget: FactTable | FoldedTable) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def test_columns_without_a_word_are_left_out(look: Look, qtbot: QtBot) -> None:
    table = FactTable(look)
    qtbot.addWidget(table)
    table.show()
    table.show_table(Table(("Vem", "Sedan", "Antal"), [["Skolan", "", "12"], ["Vården", "", ""]], right=(2,)))
    QApplication.processEvents()
    assert words(table) == ["Vem", "Skolan", "Vården", "Antal", "12"]
    table.show_table(Table(("Vem",), []))
    assert table.isHidden()


def test_a_name_is_followed_and_words_begin_where_links_do(look: Look, qtbot: QtBot) -> None:
    followed: list[str] = []
    table = FactTable(look)
    qtbot.addWidget(table)
    link = name_link(look, "Åmål & Bengtsfors", lambda: followed.append("den"))
    table.show_table(Table(("Kommun",), [[link], ["Summa"]]))
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
    folded.show_table(Table(("Nivå",), [["1"], ["2"]]))
    folded.show()
    (link,) = folded.findChildren(LinkButton)
    assert link.text() == "Visa 2 tidigare nivåer"
    assert words(folded) == []
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert link.text() == "Dölj"
    assert words(folded) == ["Nivå", "1", "2"]
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    folded.show_table(Table(("Nivå",), [["1"]]))
    assert link.text() == "Visa 1 tidigare nivå"
    folded.show_table(Table(("Nivå",), []))
    assert folded.isHidden()
