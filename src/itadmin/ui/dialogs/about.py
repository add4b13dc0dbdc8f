"""About the program: version, what it stands on, and under which licences."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itadmin import __version__
from itadmin.storage.sqlite_version import SQLITE_VERSION
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.program_icon import ProgramIcon
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.prose import ProseLabel

_SIZE = (520, 0)
_PURPOSE = (
    "Register över system och avtal för små kommuners IT. Allt ligger i en fil på din dator; programmet använder "
    "inget nätverk."
)
_OWN = "Programmet är fritt att använda, ändra och sprida enligt European Union Public Licence 1.2 (EUPL-1.2)."
_QT = (
    "Fönster och bild bygger på Qt och Qt for Python, som används enligt GNU Lesser General Public License version 3 "
    "(LGPLv3). De ligger som egna, utbytbara bibliotek och är inte ändrade."
)
_OTHERS = (
    "Typsnitten Source Sans 3 och Source Serif 4 används enligt SIL Open Font License 1.1, ikonerna Fluent UI System "
    "Icons enligt MIT-licensen. SQLite är allmän egendom. Övriga bibliotek och deras licenstexter följer med "
    "programmet."
)


class AboutDialog(SheetDialog):
    """Tells what the program is. The versions can be copied."""

    def __init__(self, look: Look, parent: QWidget | None) -> None:
        super().__init__(look, "Om itadmin", _SIZE, parent)
        parts = (f"itadmin {__version__}", f"Qt {qVersion()}", f"Python {platform.python_version()}")
        self.versions = " · ".join((*parts, f"SQLite {SQLITE_VERSION}"))
        head = QHBoxLayout()
        head.setSpacing(look.metrics.section_gap)
        head.addWidget(ProgramIcon(look), 0, Qt.AlignmentFlag.AlignTop)
        names = QVBoxLayout()
        names.setSpacing(look.metrics.tight)
        names.addWidget(Label(look, f"itadmin {__version__}", TextStyle.PAGE_TITLE))
        names.addWidget(ProseLabel(look, (_PURPOSE,), ink=Ink.TEXT2))
        head.addLayout(names, 1)
        self.body.addLayout(head)
        self.body.addWidget(Label(look, "Licenser", TextStyle.SIDE_HEADING))
        for text in (_OWN, _QT, _OTHERS):
            self.body.addWidget(ProseLabel(look, (text,)))
        self.body.addWidget(ProseLabel(look, (self.versions,), TextStyle.SECOND, Ink.TEXT3))
        self.body.addStretch(1)
        self.copy = self.add_button("Kopiera versioner", icon="copy", first=True)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.versions))
        self.add_close()
