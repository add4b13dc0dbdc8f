"""The program tests itself where it is installed, and takes pictures of its main screens.

For wheels, installers and the README. Says in Swedish what it found; returns an exit status. The only module beside
`ui` and `app` that may start Qt, because forms can only be checked by loading them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtUiTools import QUiLoader
from PySide6.QtWidgets import QApplication, QWidget

from itadmin.assets import asset
from itadmin.documents.making import make
from itadmin.documents.sample_handlings import keep_adopted
from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.services.clock import real_surroundings
from itadmin.services.safekeeping import copy
from itadmin.services.sample import make_sample_region, sample_documents
from itadmin.services.signatures import sign
from itadmin.services.starter_list import starter_list
from itadmin.services.workspace import open_reading, open_workspace
from itadmin.ui.application import make_application
from itadmin.ui.background import Background
from itadmin.ui.document.window import DocumentWindow
from itadmin.ui.frame import Frame
from itadmin.ui.look.look import Look, Scheme, apply_look
from itadmin.ui.main_window import MainWindow
from itadmin.ui.start.welcome import WelcomePage
from itadmin.ui.workbench import Workbench

SAMPLE = "1460"
_SIZE = (1440, 900)
_NARROW = (1280, 720)
_TURNS = 40


def self_test(out: Path | None) -> int:
    """Try every part of the program: forms, icons, sample region, papers, window. 0 when all of it works.

    What is made is kept in `out`, if a folder is given.
    """
    with TemporaryDirectory(prefix="itadmin-") as temporary, _offscreen():
        work = out or Path(temporary)
        failed = [name for name, attempt in _attempts(work) if not _succeeds(name, attempt)]
    _say("Allt fungerar." if not failed else f"Det här fungerar inte: {', '.join(failed)}.")
    return 1 if failed else 0


def _say(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")


def _attempts(work: Path) -> list[tuple[str, Callable[[], object]]]:
    region = work / "exempelregionen"
    file = region / f"{SAMPLE}.itadmin"
    return [
        ("formulären", _load_forms),
        ("startlistan", starter_list),
        ("exempelregionen", lambda: file.exists() or make_sample_region(region, keep_adopted)),
        ("dokumenten", lambda: _make_papers(file, work / "dokument")),
        ("underskrifterna", _refuse_to_sign),
        ("fönstret", lambda: screenshots(work / "skarmbilder", file)),
    ]


def _succeeds(name: str, attempt: Callable[[], object]) -> bool:
    try:
        attempt()
    except (KnownError, OSError, RuntimeError, LookupError, TypeError, ValueError) as error:
        sys.stderr.write(f"{name}: {error}\n")
        return False
    return True


def _load_forms() -> None:
    make_once()
    for path in sorted(asset("ui").glob("*.ui")):
        loader = QUiLoader()
        widget = loader.load(str(path))
        if widget is None:
            raise RuntimeError(f"{path.name}: {loader.errorString()}")
        widget.deleteLater()


def _make_papers(file: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    reading = open_reading(file, real_surroundings().today())
    for number, (kind, record_id) in enumerate(sample_documents(reading), start=1):
        content = make(kind, reading, record_id, draft=True)
        if not content.startswith(b"%PDF-"):
            raise RuntimeError(f"{kind}: inget PDF-dokument")
        (folder / f"{number}-{kind}.pdf").write_bytes(content)


def _refuse_to_sign() -> None:
    """Load all that signs, and see that it says no without a certificate."""
    try:
        sign(b"%PDF-1.7", b"", "", at=real_surroundings().now())
    except KnownError:
        return
    raise RuntimeError("en PDF skrevs under utan certifikat")


def screenshots(directory: Path, file: Path) -> int:
    """Save pictures of the main screens on a register, of which a copy is used. Returns 0; raises KnownError."""
    directory.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="itadmin-") as temporary, _offscreen():
        copied = Path(temporary) / file.name
        copy(file, copied)
        settings = QSettings(str(Path(temporary) / "settings.ini"), QSettings.Format.IniFormat)
        look = make_once()
        _picture_register(look, settings, copied, directory)
        _picture_welcome(look, directory)
    _say(f"Skärmbilderna ligger i {directory}.")
    return 0


def _picture_register(look: Look, settings: QSettings, file: Path, directory: Path) -> None:
    frame = Frame(settings)
    window = MainWindow(frame, look)
    window.show_navigation(shown=True)
    frame.resize(*_SIZE)
    frame.show()
    background = Background(at_once=True)
    bench = Workbench(window, open_workspace(file, real_surroundings()), background)
    try:
        for name in REGISTERS:
            bench.show_register(name)
            _save(frame, directory / f"{name}.png")
        bench.show_register("systems")
        look.set_scheme(Scheme.DARK)
        _save(frame, directory / "systems-dark.png")
        look.set_scheme(Scheme.LIGHT)
        frame.resize(*_NARROW)
        _save(frame, directory / "systems-narrow.png")
        for kind, record_id in sample_documents(bench.session.reading())[:1]:
            paper = DocumentWindow(bench.session, kind, record_id)
            paper.resize(*_SIZE)
            paper.show()
            _save(paper, directory / "document.png")
            paper.close()
    finally:
        bench.close()
        frame.close()
        background.close()


def _picture_welcome(look: Look, directory: Path) -> None:
    page = WelcomePage(look)
    page.resize(*_SIZE)
    page.show()
    _save(page, directory / "welcome.png")
    page.close()


def _save(widget: QWidget, path: Path) -> None:
    for _turn in range(_TURNS):
        QApplication.processEvents()
    settle = QEventLoop()
    QTimer.singleShot(150, settle.quit)
    settle.exec()
    if not widget.grab().save(str(path)):
        raise KnownError(f"Bilden {path} kunde inte sparas. Kontrollera att du får skriva i mappen.")


def make_once() -> Look:
    """The look of this process's application, which is made if there is none."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else make_application()
    found = application.findChild(Look)
    return found if isinstance(found, Look) else apply_look(application, Scheme.LIGHT)


@contextmanager
def _offscreen() -> Iterator[None]:
    """Without a display, Qt draws in memory."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    yield
