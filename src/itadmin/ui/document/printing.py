"""Printing a PDF from here, for computers without a program for it: each page as a picture, on the chosen printer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from itadmin.ui.document.pages import PdfPages

_POINTS_PER_INCH = 72
_RESOLUTION = 300


def print_pages(path: Path, parent: QWidget) -> str:
    """Ask for a printer and print the file's pages as pictures; returns one sentence about what was done."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(_RESOLUTION)
    printer.setFullPage(True)
    printer.setDocName(path.stem)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return "Inget skrevs ut."
    pages = PdfPages(path.read_bytes())
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages.sizes)
    painter = QPainter()
    printer.setPageOrientation(_orientation(pages, first - 1))
    if not painter.begin(printer):
        pages.close()
        return "Skrivaren svarar inte. Kontrollera att den är påslagen och försök igen."
    for number in range(first - 1, min(last, len(pages.sizes))):
        if number >= first:
            printer.setPageOrientation(_orientation(pages, number))
            printer.newPage()
        _draw(painter, printer, pages, number)
    painter.end()
    pages.close()
    return "Sidorna är skickade till skrivaren som bilder, eftersom datorn saknar program för PDF-filer."


def _orientation(pages: PdfPages, number: int) -> QPageLayout.Orientation:
    size = pages.sizes[number]
    return QPageLayout.Orientation.Landscape if size.width > size.height else QPageLayout.Orientation.Portrait


def _draw(painter: QPainter, printer: QPrinter, pages: PdfPages, number: int) -> None:
    size = pages.sizes[number]
    width = size.width * _RESOLUTION / _POINTS_PER_INCH
    height = size.height * _RESOLUTION / _POINTS_PER_INCH
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
    scale = min(sheet.width() / width, sheet.height() / height, 1)
    painter.drawImage(QRectF(0, 0, width * scale, height * scale), pages.image(number, round(width)))
