"""The Qt application itself: name, icon and Swedish standard texts."""

from __future__ import annotations

import sys

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from itadmin import __version__
from itadmin.ui.look.icons import application_icon


def make_application() -> QApplication:
    """Make the one application of the process, speaking Swedish."""
    application = QApplication(sys.argv[:1])
    prepare_application(application)
    return application


def prepare_application(application: QApplication) -> None:
    """Give an application its name, icon and language."""
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
