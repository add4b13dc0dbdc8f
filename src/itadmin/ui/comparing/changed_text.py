"""The text of two versions as one: what has come is underlined, what is gone struck through, both in colour too."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from itadmin.documents.read_text import told_paragraphs
from itadmin.documents.version_changes import WORDS, ChapterChange, VersionChanges
from itadmin.domain.calculations.text_changes import Kind, Piece
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Family, Tone

_LEFT_OUT = "…"
_NOTHING = "Ingenting skiljer sig mellan versionerna."
_FIELDS = "Uppgifter"
_TONES: dict[Kind, Tone] = {"added": Tone.GREEN, "removed": Tone.RED}


class ChangedText(QTextEdit):
    """Shows changes to be read. `go_to_next` leads from one to the next."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[VersionChanges, bool] | None = None
        self._places: list[int] = []
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName("Ändringar mellan versionerna")
        look.changed.connect(self._show_again)

    def show_changes(self, changes: VersionChanges, *, all_text: bool) -> None:
        """Show what differs, with all text around it or only the paragraphs that do."""
        self._shown = (changes, all_text)
        self._places = []
        self.clear()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        self._write_fields(cursor, changes)
        for chapter in changes.chapters:
            if all_text or chapter.what != "same":
                self._write_chapter(cursor, chapter, all_text=all_text)
        if cursor.position() == 0:
            cursor.insertText(_NOTHING, self._format())
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def go_to_next(self) -> bool:
        """Go to the next change, from the last one to the first; False when there are none."""
        if not self._places:
            return False
        here = self.textCursor().position()
        place = next((place for place in self._places if place > here), self._places[0])
        cursor = self.textCursor()
        cursor.setPosition(place)
        self.setTextCursor(cursor)
        below = self.cursorRect().top() - self.viewport().height() // 3
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + below)
        return True

    def _write_fields(self, cursor: QTextCursor, changes: VersionChanges) -> None:
        if changes.fields:
            self._heading(cursor, _FIELDS)
        for change in changes.fields:
            self._begin(cursor)
            cursor.insertText(f"{change.label}: ", self._format(strong=True))
            if change.before:
                self._put(cursor, Piece("removed", change.before))
                cursor.insertText(" ", self._format())
            if change.after:
                self._put(cursor, Piece("added", change.after))

    def _write_chapter(self, cursor: QTextCursor, chapter: ChapterChange, *, all_text: bool) -> None:
        self._heading(cursor, chapter.heading, "" if chapter.what == "same" else WORDS[chapter.what])
        if chapter.heading_before:
            self._begin(cursor)
            cursor.insertText("Hette: ", self._format())
            self._put(cursor, Piece("removed", chapter.heading_before))
        is_left_out = False
        for paragraph in told_paragraphs(chapter.pieces):
            if paragraph.is_same and not all_text:
                if not is_left_out:
                    self._begin(cursor)
                    cursor.insertText(_LEFT_OUT, self._format(quiet=True))
                is_left_out = True
                continue
            is_left_out = False
            self._begin(cursor)
            for piece in paragraph.pieces:
                self._put(cursor, piece, strong=paragraph.is_heading)

    def _put(self, cursor: QTextCursor, piece: Piece, *, strong: bool = False) -> None:
        """Write a piece as it is; what differs is a place to go to."""
        if piece.kind != "same" and self._places[-1:] != [cursor.position()]:
            self._places.append(cursor.position())
        cursor.insertText(piece.text, self._format(piece.kind, strong=strong))

    def _heading(self, cursor: QTextCursor, text: str, told: str = "") -> None:
        self._begin(cursor, above=self._look.metrics.section_gap)
        form = self._format()
        form.setFont(self._look.fonts.font(TextStyle.SIDE_HEADING))
        cursor.insertText(text, form)
        if told:
            cursor.insertText(f"  {told}", self._format(quiet=True))

    def _begin(self, cursor: QTextCursor, above: int = 0) -> None:
        """Begin a paragraph, the first one where the text is empty."""
        form = QTextBlockFormat()
        form.setTopMargin(above or self._look.metrics.gap)
        if cursor.position():
            cursor.insertBlock(form)
        else:
            cursor.setBlockFormat(form)

    def _format(self, kind: Kind = "same", *, strong: bool = False, quiet: bool = False) -> QTextCharFormat:
        tokens = self._look.tokens
        form = QTextCharFormat()
        form.setFont(self._look.fonts.font(TextStyle.TEXT))
        form.setForeground(QColor(tokens.text3 if quiet else tokens.text))
        if strong:
            form.setFontWeight(QFont.Weight.DemiBold)
        if kind != "same":
            family: Family = tokens.tone(_TONES[kind])
            form.setForeground(QColor(family.ink))
            form.setBackground(QColor(family.fill))
            form.setFontUnderline(kind == "added")
            form.setFontStrikeOut(kind == "removed")
        return form

    def _show_again(self) -> None:
        if self._shown is not None:
            changes, all_text = self._shown
            self.show_changes(changes, all_text=all_text)
