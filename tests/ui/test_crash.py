"""What nobody foresaw is logged and shown, and nothing out of a register goes with it."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from itadmin.domain.problems import KnownError
from itadmin.log import FILE, NAME
from itadmin.ui import crash
from itadmin.ui.crash import CrashReporter, crash_report, install_crash_handler
from itadmin.ui.dialogs.crash import CrashDialog
from itadmin.ui.dialogs.problem import ProblemDialog

QUOTED = "Anna Svensson 19121212-1212"


def broken(quoted: str) -> Exception:
    """An exception whose texts quote what was worked on, also in its cause."""
    try:
        try:
            {}[quoted]
        except KeyError as error:
            raise ValueError(f"Kan inte läsa {quoted}") from error
    except ValueError as error:
        return error


@pytest.fixture
def reporter(qapp: QApplication) -> Iterator[CrashReporter]:
    reporter = CrashReporter(logging.getLogger("itadmin.test"), qapp)
    yield reporter
    for dialog in dialogs(CrashDialog) + dialogs(ProblemDialog):
        dialog.close()
    reporter.deleteLater()


def dialogs(kind: type[CrashDialog] | type[ProblemDialog]) -> list[CrashDialog | ProblemDialog]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]


def take(reporter: CrashReporter, error: Exception) -> None:
    reporter.take(type(error), error, error.__traceback__)


def test_a_report_tells_where_and_on_what_but_not_of_whom() -> None:
    report = crash_report(broken(QUOTED))
    assert "builtins.ValueError" in report
    assert "builtins.KeyError" in report
    assert "test_crash.py" in report
    assert " broken" in report
    for part in ("itadmin ", "Python ", "Qt ", "SQLite "):
        assert part in report
    assert "Anna" not in report
    assert "1212" not in report


def test_a_report_does_not_tell_how_folders_are_called(tmp_path: Path) -> None:
    home = tmp_path / "anna.svensson" / "itadmin" / "ui"
    home.mkdir(parents=True)
    (home / "del.py").write_text("def gör():\n    raise RuntimeError\n", encoding="utf-8")
    names: dict[str, object] = {}
    exec(compile((home / "del.py").read_text(encoding="utf-8"), str(home / "del.py"), "exec"), names)  # noqa: S102
    with pytest.raises(RuntimeError) as caught:
        names["gör"]()
    assert "itadmin/ui/del.py:2 gör" in crash_report(caught.value)
    assert "anna" not in crash_report(caught.value)


def test_a_fault_is_logged_and_shown(reporter: CrashReporter, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "itadmin.test"):
        take(reporter, broken(QUOTED))
    (dialog,) = dialogs(CrashDialog)
    assert isinstance(dialog, CrashDialog)
    assert "builtins.ValueError" in dialog.report.toPlainText()
    assert "builtins.ValueError" in caplog.text
    assert "Anna" not in caplog.text


def test_the_same_fault_again_adds_nothing_and_another_one_does(reporter: CrashReporter) -> None:
    error = broken(QUOTED)
    take(reporter, error)
    take(reporter, error)
    (dialog,) = dialogs(CrashDialog)
    assert isinstance(dialog, CrashDialog)
    assert dialog.report.toPlainText().count("builtins.ValueError") == 1
    take(reporter, RuntimeError())
    assert len(dialogs(CrashDialog)) == 1
    assert "builtins.RuntimeError" in dialog.report.toPlainText()


def test_a_fault_after_the_dialog_is_closed_is_shown_anew(reporter: CrashReporter) -> None:
    take(reporter, RuntimeError())
    dialogs(CrashDialog)[0].reject()
    take(reporter, ZeroDivisionError())
    (dialog,) = dialogs(CrashDialog)
    assert isinstance(dialog, CrashDialog)
    assert "ZeroDivisionError" in dialog.report.toPlainText()


def test_the_report_can_be_copied(reporter: CrashReporter) -> None:
    take(reporter, RuntimeError())
    (dialog,) = dialogs(CrashDialog)
    assert isinstance(dialog, CrashDialog)
    dialog.copy.click()
    assert QApplication.clipboard().text() == dialog.report.toPlainText()


def test_what_the_world_refuses_is_a_sentence_and_no_crash(reporter: CrashReporter) -> None:
    take(reporter, KnownError("Disken är full.", details="SQLITE_FULL"))
    assert dialogs(CrashDialog) == []
    (dialog,) = dialogs(ProblemDialog)
    assert "Disken är full." in [label.text() for label in dialog.findChildren(QLabel)]


def test_a_fault_in_a_thread_is_shown_on_the_windows_thread(reporter: CrashReporter, qtbot: QtBot) -> None:
    def work() -> None:
        error = broken(QUOTED)
        reporter.take_from_thread(threading.ExceptHookArgs((type(error), error, None, threading.current_thread())))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert dialogs(CrashDialog) == []
    qtbot.waitUntil(lambda: len(dialogs(CrashDialog)) == 1)


@pytest.mark.qt_log_ignore("Provar loggen")
def test_installing_takes_exceptions_and_the_messages_of_qt(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(crash, "log_folder", lambda: tmp_path)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    earlier = qInstallMessageHandler(None)
    try:
        reporter = install_crash_handler()
        assert sys.excepthook == reporter.take
        assert threading.excepthook == reporter.take_from_thread
        qWarning("Provar loggen")
        assert "WARNING Qt: Provar loggen" in (tmp_path / FILE).read_text(encoding="utf-8")
        assert reporter.parent() is qapp
        assert install_crash_handler() is reporter
    finally:
        qInstallMessageHandler(earlier)
        log = logging.getLogger(NAME)
        for handler in tuple(log.handlers):
            log.removeHandler(handler)
            handler.close()
        log.propagate = True


def test_an_interrupt_from_the_keyboard_is_no_fault(reporter: CrashReporter, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "__excepthook__", lambda kind, *_: taken.append(kind))
    reporter.take(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert taken == [KeyboardInterrupt]
    assert dialogs(CrashDialog) == []
