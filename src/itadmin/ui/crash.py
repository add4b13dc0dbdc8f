"""What happens when something breaks that nobody foresaw: it is logged, and the user gets a report to copy.

The report says where in the program it happened and on what machine; never what was in the register, so the texts of
exceptions, which may quote it, are left out.
"""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from importlib import import_module
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication

from itadmin import __version__
from itadmin.domain.problems import KnownError
from itadmin.log import start_log
from itadmin.paths import log_folder
from itadmin.ui.dialogs.crash import CrashDialog
from itadmin.ui.problems import open_problem

_PACKAGE = "itadmin"
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashReporter(QObject):
    """Takes exceptions from any thread and shows them on the window's; one report at a time."""

    _broke = Signal(str)
    _refused = Signal(str, str)

    def __init__(self, log: logging.Logger, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._dialog: CrashDialog | None = None
        self._broke.connect(self._show)
        self._refused.connect(self._show_refusal)

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log an exception and show it: a known one as its sentence, any other as a report."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, KnownError):
            self._log.warning("%s", kind.__name__)
            self._refused.emit(error.sentence, error.details)
            return
        report = crash_report(error)
        self._log.error("%s", report)
        self._broke.emit(report)

    def take_from_thread(self, broken: threading.ExceptHookArgs) -> None:
        """Take an exception that ended a thread."""
        if broken.exc_value is not None:
            self.take(broken.exc_type, broken.exc_value, broken.exc_traceback)

    def _show(self, report: str) -> None:
        if self._dialog is not None:
            self._dialog.add(report)
            return
        self._dialog = CrashDialog(report, QApplication.activeWindow())
        self._dialog.finished.connect(self._forget)
        self._dialog.open()

    def _show_refusal(self, sentence: str, details: str) -> None:
        open_problem(sentence, details, QApplication.activeWindow())

    def _forget(self) -> None:
        self._dialog = None


def crash_report(error: BaseException) -> str:
    """What broke and where, without any text that may have come out of a register."""
    lines = [
        f"itadmin {__version__} · Python {platform.python_version()} · Qt {qVersion()} · SQLite {_sqlite_version()}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        "",
    ]
    cause: BaseException | None = error
    while cause is not None:
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        lines += (f"  {_place(frame)}" for frame in traceback.extract_tb(cause.__traceback__))
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return "\n".join(lines)


def install_crash_handler() -> CrashReporter:
    """Let every exception that nobody takes, and every message of Qt's, be logged; exceptions are shown too.

    Installed once in a process: asking again gives what is there.
    """
    installed = getattr(sys.excepthook, "__self__", None)
    if isinstance(installed, CrashReporter):
        return installed
    log = start_log(log_folder())
    reporter = CrashReporter(log, QApplication.instance())

    def write(kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        log.log(_LEVELS[kind], "Qt: %s", text)

    sys.excepthook = reporter.take
    threading.excepthook = reporter.take_from_thread
    qInstallMessageHandler(write)
    return reporter


def _sqlite_version() -> str:
    """The version of SQLite, which is loaded for this only when something has already broken."""
    return str(import_module("itadmin.storage.sqlite_version").SQLITE_VERSION)


def _place(frame: traceback.FrameSummary) -> str:
    """Module, line and function; of the machine's folders nothing but what lies within a package."""
    parts = frame.filename.replace("\\", "/").split("/")
    start = len(parts) - 1 - parts[::-1].index(_PACKAGE) if _PACKAGE in parts else max(len(parts) - 2, 0)
    return f"{'/'.join(parts[start:])}:{frame.lineno} {frame.name}"
