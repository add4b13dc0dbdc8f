"""The pages that a view shows of an open PDF: when others take their place, the first is let go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from itadmin.ui.widgets.page_view import PageView

if TYPE_CHECKING:
    from itadmin.ui.document.pages import PdfPages


class ShownPages:
    """Ties one view to one open PDF at a time."""

    def __init__(self, view: PageView) -> None:
        self._view = view
        self._pdf: PdfPages | None = None

    def show(self, name: str, pdf: PdfPages) -> None:
        """Show its pages, under a name for those who listen, and close what was shown."""
        old, self._pdf = self._pdf, pdf
        self._view.set_pages(name, pdf.sizes, pdf.image)
        if old is not None:
            old.close()

    def clear(self) -> None:
        """Show nothing."""
        if self._pdf is not None:
            self._view.set_pages("", (), self._pdf.image)
            self._pdf.close()
            self._pdf = None
