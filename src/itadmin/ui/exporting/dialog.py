"""Exporting what a list shows: which kind of file, which rows, which columns – and where the file lies afterwards.

The file is made beside the window from a private copy and can be stopped; nothing is written then.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from itadmin.domain.fields import Rows
from itadmin.services.exporting.records import all_fields, may_be_secret
from itadmin.services.exporting.sheet import Written
from itadmin.services.progress import Progress
from itadmin.services.safekeeping import write_file
from itadmin.ui import texts_export as texts
from itadmin.ui.background import known
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.document.viewer import shown_by_system
from itadmin.ui.exporting.choices import RadioChoices
from itadmin.ui.exporting.work import PAPER, Listed, Wish, make
from itadmin.ui.look.tokens import Ink
from itadmin.ui.problems import show_known_error
from itadmin.ui.save_place import ask_save_place
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import ButtonKind, LinkButton
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.notice import Concern, Message, Notice

_SIZE = (560, 0)
_EVERY = 100
_FORMAT = "export/format"
_FORMATS = (
    (".xlsx", "Excel", "Dagar och belopp blir tal, och filen känns igen när den läses in igen."),
    (".csv", "CSV", "För andra program. Öppnas rätt av en svensk Excel."),
    (PAPER, "PDF", "Listan som den visas, för utskrift."),
)
_ALL, _SELECTED, _SHOWN, _EVERY_FIELD = "all", "selected", "shown", "every"


class ExportDialog(SheetDialog):
    """Asks what is to be exported and does it."""

    def __init__(self, session: Session, listed: Listed, parent: QWidget | None) -> None:
        super().__init__(session.look, f"Exportera {listed.register.plural.lower()}", _SIZE, parent)
        self._session = session
        self._listed = listed
        self._progress: Progress | None = None
        self._open = True
        self._saved = Path()
        self.notice = Notice(self.look)
        self.format = RadioChoices(self.look, "Format", _FORMATS)
        self.which = RadioChoices(self.look, "Rader", self._row_choices())
        self.columns = RadioChoices(self.look, "Kolumner", self._column_choices())
        self.told = Label(self.look, ink=Ink.TEXT2)
        self.open_file = LinkButton(self.look, "Öppna filen")
        self.open_folder = LinkButton(self.look, "Öppna mappen")
        self._look_in = QTimer(self, interval=_EVERY)
        self._build()
        self._connect()
        self._begin_with_last()
        self._tell()

    def _row_choices(self) -> list[tuple[str, str, str]]:
        chosen = len(self._listed.selected)
        return [
            (_ALL, texts.all_rows(self._listed.number), self._listed.sentence),
            (_SELECTED, texts.selected_rows(chosen), ""),
        ]

    def _column_choices(self) -> list[tuple[str, str, str]]:
        fields = self._listed.register.fields
        tables = sum(isinstance(fields[name], Rows) for name in all_fields(self._listed.register))
        return [
            (_SHOWN, texts.shown_columns(len(self._listed.columns)), texts.ALSO_WITHOUT_ROOM),
            (_EVERY_FIELD, texts.every_column(len(fields) - tables), texts.tables_beside(tables)),
        ]

    def _build(self) -> None:
        for part in (self.format, self.which, self.columns, self.notice):
            self.body.addWidget(part)
        after = QHBoxLayout()
        after.setSpacing(self.look.metrics.gap)
        for after_part in (self.told, self.open_file, self.open_folder):
            after.addWidget(after_part)
        after.addStretch(1)
        self.body.addLayout(after)
        self.body.addStretch(1)
        self.close_button = self.add_close("Avbryt")
        self.export = self.add_button("Exportera…", ButtonKind.PRIMARY)
        self.export.setDefault(True)

    def _connect(self) -> None:
        for part in (self.format, self.which, self.columns):
            part.changed.connect(self._tell)
        self.export.clicked.connect(self._ask_where)
        self.open_file.clicked.connect(lambda: self._show(self._saved))
        self.open_folder.clicked.connect(lambda: self._show(self._saved.parent))
        self._look_in.timeout.connect(self._tell_progress)
        self.finished.connect(self._on_finished)

    def _begin_with_last(self) -> None:
        """The format of last time; the marked rows when several are marked."""
        self.format.choose(str(self._session.memory.value(_FORMAT)))
        several = len(self._listed.selected) > 1
        self.which.allow(_SELECTED, allowed=bool(self._listed.selected))
        if several:
            self.which.choose(_SELECTED)
        self.format.button(self.format.chosen()).setFocus()

    def wish(self) -> Wish:
        """What is chosen now."""
        return Wish(
            self.format.chosen(),
            only_selected=self.which.chosen() == _SELECTED,
            every_field=self.columns.chosen() == _EVERY_FIELD,
        )

    def _tell(self) -> None:
        """Say what the choices mean: a paper has the columns that are shown, and some columns may be secret."""
        wish = self.wish()
        self.columns.allow(_EVERY_FIELD, allowed=wish.ending != PAPER)
        if wish.ending == PAPER:
            self.columns.choose(_SHOWN)
        secret = may_be_secret(self._listed.register, wish.fields(self._listed))
        self._say([Message(Concern.WARNING, texts.may_be_secret(secret))] if secret else [])

    def _say(self, messages: list[Message]) -> None:
        self.notice.set_messages(messages)
        for part in (self.told, self.open_file, self.open_folder):
            part.hide()
        self.fit_height()

    def _ask_where(self) -> None:
        ending = self.format.chosen()
        day = self._session.reading().day.isoformat()
        proposal = self._session.workspace.path.parent / self._listed.file_name(ending, day)
        path = ask_save_place(self, "Spara exporten", proposal, (ending,))
        if path is not None:
            self._begin(path)

    def _begin(self, path: Path) -> None:
        wish, progress, reading = self.wish(), Progress(), self._session.workspace.snapshot()
        self._session.memory.keep(_FORMAT, wish.ending)
        self._progress = progress
        self._set_working(working=True)

        def work() -> Written:
            made = make(reading, self._listed, wish, progress)
            progress.advance(0)
            write_file(path, made.content)
            return made

        self._session.background.run("Exporterar", work, lambda made: self._on_saved(path, made), self._on_failed)

    def _set_working(self, *, working: bool) -> None:
        for part in (self.format, self.which, self.columns, self.export):
            part.setEnabled(not working)
        self.told.setVisible(working)
        if working:
            self._say([])
            self.told.show()
            self._tell_progress()
            self._look_in.start()
        else:
            self._look_in.stop()
            self._progress = None

    def _tell_progress(self) -> None:
        if self._progress is not None:
            self.told.setText(texts.working(self._progress.done, self._progress.total))

    def _on_saved(self, path: Path, made: Written) -> None:
        self._session.guide.say(f"{path.name} är sparad.")
        if not self._open:
            return
        self._set_working(working=False)
        self._saved = path
        whole = texts.saved(path.name, str(path.parent))
        message = Message(Concern.DONE, whole)
        if made.remarks:
            message = Message(Concern.WARNING, texts.saved_in_part(path.name, made.remarks))
        self._say([message])
        self.open_file.show()
        self.open_folder.show()
        self.fit_height()
        self.close_button.setText("Stäng")
        self.close_button.setFocus()

    def _on_failed(self, error: BaseException) -> None:
        trouble = known(error)
        if not self._open:
            self._session.guide.say(trouble.sentence)
            return
        self._set_working(working=False)
        self._say([])
        show_known_error(self, trouble, self.notice)
        self.fit_height()

    def _show(self, path: Path) -> None:
        if not shown_by_system(path):
            self._session.guide.say(f"Datorn har inget program som visar {path}.")

    def _on_finished(self) -> None:
        self._open = False
        self._look_in.stop()
        if self._progress is not None:
            self._progress.cancel()
