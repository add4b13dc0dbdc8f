"""The import wizard: four steps from a file to a step of the register, nothing written before *Genomför*.

Long work runs beside the window – reading the file, planning on a private copy, writing – and can be stopped until it
writes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from itadmin.domain.identity import NOT_FROM_TABLES
from itadmin.domain.problems import KnownError
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.services.importing import files
from itadmin.services.importing.applying import write_plan
from itadmin.services.importing.by_values import by_values
from itadmin.services.importing.given import Given, given_words, with_given
from itadmin.services.importing.headings import Columns, Headed, propose
from itadmin.services.importing.opening import require_key
from itadmin.services.importing.plan import ImportPlan
from itadmin.services.importing.planning import plan
from itadmin.services.progress import Progress
from itadmin.services.tables.endings import ENDINGS
from itadmin.services.tables.reading import read_table
from itadmin.services.tables.table import Table
from itadmin.ui import texts_import as texts
from itadmin.ui.dialogs.steps import StepsDialog
from itadmin.ui.importing.columns_page import ColumnsPage
from itadmin.ui.importing.done_page import DonePage
from itadmin.ui.importing.dropping import DropsOnWindow
from itadmin.ui.importing.file_page import FilePage
from itadmin.ui.importing.keeping import Keeping
from itadmin.ui.importing.lines import Preview, preview_of
from itadmin.ui.importing.preview_page import PreviewPage
from itadmin.ui.importing.remembered import remember, remembered
from itadmin.ui.problems import show_known_error
from itadmin.ui.session import Session
from itadmin.ui.widgets.notice import Concern, Message

FILE, COLUMNS, PREVIEW, DONE = range(4)

_SIZE = (1060, 660)
_STEPS = ("Välj fil", "Kolumner", "Granska", "Klart")
_KINDS = f"Tabeller ({' '.join(f'*{ending}' for ending in ENDINGS)});;Alla filer (*)"


class ImportDialog(StepsDialog):
    """Reads a table into the open register. `preferred` is the register that is meant unless the file says else.

    `given` is the record that all rows are about where the table does not say.
    `taken_in` is how many records were new or changed, 0 when nothing was written or all was taken back.
    """

    def __init__(
        self, session: Session, preferred: Register, parent: QWidget | None, given: Given | None = None
    ) -> None:
        super().__init__(session, "Läs in från Excel eller CSV", _SIZE, _STEPS, parent)
        self._given = given
        self._path = Path()
        self._columns: Columns = {}
        self._table: Headed | None = None
        self._plan: ImportPlan | None = None
        self.taken_in = 0
        registers = [
            register
            for name, register in REGISTERS.items()
            if name not in NOT_FROM_TABLES and not register.made_by_program
        ]
        self._keeping = Keeping(self, session.workspace.path.parent, self.notice)
        self.file_page = FilePage(self.look, registers, preferred if preferred in registers else registers[0])
        self.columns_page = ColumnsPage(self.look)
        self.preview_page = PreviewPage(self.look)
        self.done_page = DonePage(self.look)
        for page in (self.file_page, self.columns_page, self.preview_page, self.done_page):
            self.pages.addWidget(page)
        self._connect()
        DropsOnWindow(self, self).dropped.connect(self._on_dropped)
        self.stand_on(FILE)

    def _connect(self) -> None:
        self.file_page.choose_wanted.connect(self.ask_file)
        self.file_page.template_wanted.connect(self._save_template)
        self.preview_page.save_wanted.connect(self._save_left_out)
        self.done_page.save_wanted.connect(self._save_left_out)
        self.done_page.undo_wanted.connect(self._undo)
        self._working.moved.connect(lambda done, total: self.told.setText(texts.rows_read(done, total)))

    # Steps

    def deeds(self) -> Sequence[Callable[[], object]]:
        """Show the columns, plan what they come to, write it, and close."""
        return self._begin_columns, self._begin_plan, self._begin_writing, self.accept

    def first_focus(self) -> QWidget:
        """The choice of a file until there is one."""
        return self.file_page.choose if self.step == FILE and self._table is None else self.forward

    def set_buttons(self) -> None:
        """Let one go on with a table, and write when something would be changed."""
        step, working = self.step, self._working.is_busy
        if step == PREVIEW and not working:
            self.told.setText("Inget är skrivet ännu. En säkerhetskopia tas först.")
        self.pages.setEnabled(not working)
        self.back.setVisible(step in (COLUMNS, PREVIEW))
        self.back.setEnabled(not working)
        self.close_button.setVisible(step != DONE)
        self.close_button.setEnabled(not (working and step == PREVIEW))
        ready = {FILE: self.file_page.chosen_table() is not None, PREVIEW: self._has_changes()}
        self.forward.setEnabled(not working and ready.get(step, True))
        words = {PREVIEW: texts.carry_out(self._plan) if self._plan else "", DONE: "Stäng"}
        self.forward.setText(words.get(step, "Nästa"))

    def _has_changes(self) -> bool:
        return self._plan is not None and bool(self._plan.change_set.changes)

    # The file

    def ask_file(self) -> None:
        """Ask which file."""
        folder = self._session.memory.value("import/folder") or str(self._session.workspace.path.parent)
        chosen, _kind = QFileDialog.getOpenFileName(self, "Välj fil", str(folder), _KINDS)
        if chosen:
            self.open_file(Path(chosen))

    def open_file(self, path: Path) -> None:
        """Read a file and show what it is taken for."""
        self._path = path
        self._table = None
        self.stand_on(FILE)
        self.file_page.show_file(path, None)
        self.run("Läser filen", lambda _progress: read_table(path), self._on_read)

    def _on_read(self, table: Table) -> None:
        self._session.memory.keep("import/folder", str(self._path.parent))
        self.file_page.show_file(self._path, table)
        self._table = self.file_page.chosen_table()
        self.stand_on(FILE)
        remarks = [remark for sheet in table.sheets for remark in sheet.remarks]
        self.notice.set_messages([Message(Concern.WARNING, (remark,)) for remark in remarks])

    def _begin_columns(self) -> None:
        table, register = self.file_page.chosen_table(), self.file_page.chosen_register
        if table is None:
            return
        self._table = table
        known = remembered(self._session.memory, register, table.headings)
        self.columns_page.show_columns(register, table, known or self._proposed(register, table))
        self.stand_on(COLUMNS)
        told = given_words(register, self._given)
        if told:
            self.notice.set_messages([Message(Concern.INFORMATION, (told,))])

    def _proposed(self, register: Register, table: Headed) -> Columns:
        """Which column is which field, by its heading and then by what stands in it."""
        existing = self._session.workspace.reading().existing()
        return by_values(existing, register, table, propose(register, table.headings))

    # The plan

    def _begin_plan(self) -> None:
        register, table, columns = self.file_page.chosen_register, self._table, self.columns_page.columns()
        if table is None:
            return
        whole, all_columns = with_given(register, table, columns, self._given)
        try:
            require_key(register, all_columns, whole, self._path.name)
        except KnownError as error:
            show_known_error(self, error, self.notice)
            return
        remember(self._session.memory, register, table.headings, columns)
        self._columns = columns
        snapshot, new_id = self._session.workspace.snapshot(), self._session.workspace.around.new_id
        name = self._path.name

        def work(progress: Progress) -> tuple[ImportPlan, Preview]:
            try:
                found = plan(snapshot, register, whole, all_columns, new_id, progress, file_name=name)
            finally:
                snapshot.close()
            return found, preview_of(found, table, columns)

        self.run("Jämför med registret", work, self._on_planned)

    def _on_planned(self, found: tuple[ImportPlan, Preview]) -> None:
        self._plan, preview = found
        self.preview_page.show_plan(self._plan, preview)
        self.stand_on(PREVIEW)

    # Doing it

    def _begin_writing(self) -> None:
        found, workspace = self._plan, self._session.workspace
        if found is not None:
            self.run("Läser in", lambda _progress: write_plan(workspace, found), self._on_written)

    def _on_written(self, backup: Path | None) -> None:
        found = self._plan
        if found is None:
            return
        self._session.workspace.records.announce(found.change_set, self)
        self.taken_in = found.count("ny") + found.count("andrad")
        self.done_page.show_done(found, backup.name if backup else "")
        self.stand_on(DONE)
        self._session.guide.say(f"{found.change_set.title}.", undoable=True)

    def _undo(self) -> None:
        try:
            undone = self._session.workspace.undo.undo()
        except KnownError as error:
            show_known_error(self, error, self.notice)
            return
        self.taken_in = 0
        self.done_page.show_undone()
        self._session.guide.say(f"{undone.title}.")

    # Files to keep

    def _save_template(self) -> None:
        register, reading = self.file_page.chosen_register, self._session.reading()
        day, words = reading.day, reading.words
        self._keeping.keep(
            f"Mall {register.plural}", lambda ending: files.template(register, ending, day, words).content
        )

    def _save_left_out(self) -> None:
        found, table, day = self._plan, self._table, self._session.reading().day
        if found is not None and table is not None:
            name = f"Att rätta {self._path.stem}"
            self._keeping.keep(name, lambda ending: files.left_out(found, table, ending, day).content)

    # Work beside the window

    def reject(self) -> None:
        """Stop what is being worked on; with nothing in hand, close. What is being written is not stopped."""
        if not self._working.is_busy:
            super().reject()
        elif self.close_button.isEnabled():
            self._working.stop()

    def _on_dropped(self, path: Path) -> None:
        if self.step < DONE and not self._working.is_busy:
            self.open_file(path)
