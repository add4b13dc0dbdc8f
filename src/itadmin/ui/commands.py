"""Every command of the window, declared once: word, icon, shortcut and menu.

Menus, buttons and shortcuts come from these declarations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from itadmin.ui.look.look import Look


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the user can do. `shortcut` is portable ("Ctrl+Z"); several are divided by "; ".

    What `writes` is off where a register is only shown, as it was on an earlier day.
    """

    key: str
    menu: str
    text: str
    shortcut: str = ""
    icon: str = ""
    divided: bool = False
    writes: bool = False


COMMANDS: tuple[Command, ...] = (
    Command("new_file", "&Arkiv", "Nytt register…", icon="document_add"),
    Command("open_file", "&Arkiv", "Öppna register…", "Ctrl+O", icon="folder_open"),
    Command("starter", "&Arkiv", "Startlista…", icon="checkmark_circle", divided=True, writes=True),
    Command("import", "&Arkiv", "Importera…", "Ctrl+I", icon="document_text", writes=True),
    Command("receive", "&Arkiv", "Ta emot från granne…", icon="mail_inbox", writes=True),
    Command("share", "&Arkiv", "Dela med grannar…", icon="share", writes=True),
    Command("value_lists", "&Arkiv", "Värdelistor…", icon="settings", divided=True, writes=True),
    Command("backups", "&Arkiv", "Säkerhetskopior…", icon="archive", writes=True),
    Command("paper", "&Arkiv", "Skapa dokument…", "Ctrl+P", icon="document_pdf", divided=True),
    Command("operations_documentation", "&Arkiv", "Driftdokumentation…"),
    Command("batch", "&Arkiv", "Skapa handlingar för valda…"),
    Command("open_register", "&Arkiv", "Systemförteckning…", icon="document_text"),
    Command("internal_register", "&Arkiv", "Systemförteckning, intern…"),
    Command("processing_register", "&Arkiv", "Registerförteckning…"),
    Command("records_description", "&Arkiv", "Beskrivning av allmänna handlingar…"),
    Command("audit_pack", "&Arkiv", "Revisionspaket…", icon="archive"),
    Command("export", "&Arkiv", "Exportera listan…", "Ctrl+E", icon="save", divided=True),
    Command("print_list", "&Arkiv", "Skriv ut listan…", "Ctrl+Shift+P", icon="print"),
    Command("close_file", "&Arkiv", "Stäng registret", "Ctrl+W", divided=True),
    Command("quit", "&Arkiv", "Avsluta", "Ctrl+Q"),
    Command("undo", "&Redigera", "Ångra", "Ctrl+Z", icon="arrow_undo", writes=True),
    Command("redo", "&Redigera", "Gör om", "Ctrl+Y; Ctrl+Shift+Z", icon="arrow_redo", writes=True),
    Command("new", "&Redigera", "Ny post", "Ctrl+N", icon="add", divided=True, writes=True),
    Command("copy", "&Redigera", "Kopiera posten", "Ctrl+D", icon="copy", writes=True),
    Command("edit", "&Redigera", "Ändra värdet", "F2", icon="edit", writes=True),
    Command("save", "&Redigera", "Spara", "Ctrl+S", writes=True),
    Command("change_many", "&Redigera", "Ändra flera…", "Ctrl+Shift+E", writes=True),
    Command("delete", "&Redigera", "Lägg i papperskorgen", "Ctrl+Del", icon="delete", writes=True),
    Command("history", "&Redigera", "Historik", "Ctrl+H", icon="history", divided=True),
    Command("back", "&Visa", "Tillbaka", "Alt+Left", icon="arrow_left"),
    Command("forward", "&Visa", "Framåt", "Alt+Right", icon="arrow_right"),
    Command("search", "&Visa", "Sök i allt", "Ctrl+K; Ctrl+F", icon="search", divided=True),
    Command("filter", "&Visa", "Sök i listan", "Ctrl+L", icon="filter"),
    Command("condition", "&Visa", "Lägg till villkor…", "Ctrl+Shift+L"),
    Command("save_view", "&Visa", "Spara som vy…", icon="star", writes=True),
    Command("columns", "&Visa", "Kolumner…"),
    Command("list_alone", "&Visa", "Bara listan", "F9"),
    Command("bin", "&Visa", "Papperskorgen", icon="delete"),
    Command("changes", "&Visa", "Vad har ändrats…", "Ctrl+Shift+H", icon="history", divided=True),
    Command("duplicates", "&Visa", "Dubbletter…", "Ctrl+Shift+D", icon="copy", writes=True),
    Command("past_day", "&Visa", "Registret en viss dag…", icon="clock"),
    Command("today", "&Visa", "Tillbaka till i dag"),
    Command("dependencies", "&Visa", "Beroenden…", "Ctrl+G", icon="link", divided=True),
    Command("timeline", "&Visa", "Avtalskalender och roadmap…", "Ctrl+Shift+K", icon="calendar"),
    Command("gantt", "&Visa", "Gantt…", "Ctrl+Shift+Y", icon="rocket"),
    Command("wheel", "&Visa", "Årshjul…", "Ctrl+Shift+J", icon="calendar"),
    Command("training_coverage", "&Visa", "Utbildningsplaner – täckning…", "Ctrl+Shift+T", icon="hat_graduation"),
    Command("training_calendar", "&Visa", "Utbildningskalender…", "Ctrl+Shift+U", icon="calendar_person"),
    Command("who_lacks", "&Visa", "Vem saknar vad…", "Ctrl+Shift+S", icon="people_list"),
    Command("competence", "&Visa", "Kompetenskarta…", icon="brain"),
    Command("samverkan", "&Visa", "Samverkansmatris…", "Ctrl+Shift+N", icon="people_community"),
    Command("region", "&Visa", "Regionöversikt…", "Ctrl+Shift+F", icon="people_team"),
    Command("meeting", "&Visa", "Mötesläge…", "Shift+F5", icon="gavel"),
    Command("courses", "&Visa", "Gemensamma kurser…", icon="people_community"),
    Command("appearance", "&Visa", "Utseende…", "Ctrl+,", icon="settings", divided=True),
    Command("larger", "&Visa", "Större text", "Ctrl++; Ctrl+=", icon="zoom_in"),
    Command("smaller", "&Visa", "Mindre text", "Ctrl+-", icon="zoom_out"),
    Command("normal_size", "&Visa", "Vanlig textstorlek", "Ctrl+0"),
    Command("review", "Ver&ktyg", "Årlig granskning…", "Ctrl+Shift+G", icon="checkmark_circle", writes=True),
    Command("matching", "Ver&ktyg", "Matcha system…", icon="link", writes=True),
    Command("retention", "Ver&ktyg", "Gallring…", icon="broom", writes=True),
    Command("act", "Ver&ktyg", "Avtalsåtgärd…", "Ctrl+Shift+A", icon="signature", writes=True),
    Command("chapters", "Ver&ktyg", "Kapitel…", "Ctrl+Shift+R", icon="edit"),
    Command("compare_versions", "Ver&ktyg", "Jämför versioner…", "Ctrl+Shift+V", icon="copy"),
    Command("plan_grid", "Ver&ktyg", "Målgrupper och moment…", "Ctrl+Shift+M", icon="hat_graduation"),
    Command("access", "Ver&ktyg", "Vem har vad…", "Ctrl+Shift+B", icon="lock_closed"),
    Command("costs", "Ver&ktyg", "Kostnader…", "Ctrl+Shift+O", icon="calculator"),
    Command("allocation", "Ver&ktyg", "Kostnadsfördelning…", icon="calculator"),
    Command("incident", "Ver&ktyg", "Leverantörsincident…", "Ctrl+Shift+I", icon="warning"),
    Command("help", "&Hjälp", "Hjälp", "F1", icon="question_circle"),
    Command("shortcuts", "&Hjälp", "Kortkommandon", "Ctrl+/"),
    Command("about", "&Hjälp", "Om itadmin", icon="info", divided=True),
)


class Commands:
    """The commands as actions of a window. A command that nothing is bound to is disabled."""

    def __init__(self, window: QWidget, look: Look) -> None:
        self._window = window
        self._look = look
        self._actions: dict[str, QAction] = {}
        self._slots: dict[str, Callable[[], object]] = {}
        self._refusals: dict[str, QAction] = {}
        for command in COMMANDS:
            action = QAction(command.text, window)
            action.setShortcuts([QKeySequence(part) for part in command.shortcut.split("; ") if part])
            action.setEnabled(False)
            action.triggered.connect(lambda _checked=False, key=command.key: self._run(key))
            self._actions[command.key] = action
            window.addAction(action)
        self._dressed = False
        look.changed.connect(self._forget_icons)

    def __getitem__(self, key: str) -> QAction:
        """The action of a command."""
        return self._actions[key]

    def bind(self, key: str, slot: Callable[[], object]) -> None:
        """Say what a command does; it is enabled from now on."""
        self._slots[key] = slot
        self._actions[key].setEnabled(True)

    def writes(self, key: str) -> bool:
        """Whether a command changes the register."""
        return next(command.writes for command in COMMANDS if command.key == key)

    def release(self, *keys: str) -> None:
        """Let commands do nothing any more."""
        for key in keys:
            self._slots.pop(key, None)
            self.refuse(key, None)
            self._actions[key].setEnabled(False)

    def refuse(self, key: str, why: Callable[[], object] | None) -> None:
        """Let the keys of a command that is off say why; they are as quiet as others that are off with None."""
        before = self._refusals.pop(key, None)
        if before is not None:
            before.setEnabled(False)
            before.deleteLater()
        if why is not None:
            self._refusals[key] = refusal = QAction(self._window)
            refusal.setShortcuts(self._actions[key].shortcuts())
            refusal.triggered.connect(lambda _checked=False: why())
            self._window.addAction(refusal)

    def fill(self, bar: QMenuBar) -> None:
        """Make the menus, in the order of the declarations."""
        menus: dict[str, QMenu] = {}
        for command in COMMANDS:
            menu = menus.get(command.menu)
            if menu is None:
                menu = menus[command.menu] = bar.addMenu(command.menu)
                menu.aboutToShow.connect(self._dress)
            elif command.divided:
                menu.addSeparator()
            menu.addAction(self._actions[command.key])

    def shortcuts(self) -> Iterator[tuple[str, str]]:
        """Every command that has a shortcut: its word and the shortcut as the system writes it."""
        for command in COMMANDS:
            keys = self._actions[command.key].shortcuts()
            if keys:
                yield command.text, " · ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys)

    def _run(self, key: str) -> None:
        slot = self._slots.get(key)
        if slot is not None:
            slot()

    def _forget_icons(self) -> None:
        self._dressed = False

    def _dress(self) -> None:
        """Draw the icons when a menu is first opened: drawing them all costs more than painting the frame."""
        if self._dressed:
            return
        self._dressed = True
        for command in COMMANDS:
            if command.icon:
                self._actions[command.key].setIcon(self._look.icons.icon(command.icon, 16))
