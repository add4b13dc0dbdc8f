"""The Qt application itself: name, icon, Swedish standard texts, and what happens when something breaks."""

from __future__ import annotations

import sys

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from itadmin import __version__
from itadmin.ui.crash import install_crash_handler
from itadmin.ui.look.icons import application_icon


def make_application() -> QApplication:
    """Make the one application of the process, speaking Swedish."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("itadmin")
    application.setApplicationDisplayName("itadmin")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("itadmin")
    application.setWindowIcon(application_icon())
    swedish = QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden)
    QLocale.setDefault(swedish)
    texts = QTranslator(application)
    if texts.load(swedish, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(texts)
    install_crash_handler()
    return application
