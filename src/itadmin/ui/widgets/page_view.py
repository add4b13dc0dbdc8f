"""A paper to look at: small pages at the left, the pages themselves at the right, in step with each other."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from itadmin.ui.look.look import Look
from itadmin.ui.widgets.page_canvas import PageCanvas
from itadmin.ui.widgets.page_images import PageImage
from itadmin.ui.widgets.page_layout import PageSize
from itadmin.ui.widgets.page_thumbnails import PageThumbnails


class PageView(QWidget):
    """Shows a paper. Pages count from 0; zoom 1 is the size of the paper.

    `current_page_changed(page)` and `zoom_changed(zoom)` let a status line follow.
    """

    current_page_changed = Signal(int)
    zoom_changed = Signal(float)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = PageCanvas(look)
        self.thumbnails = PageThumbnails(look)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.thumbnails)
        row.addWidget(self.canvas, 1)
        self.setFocusProxy(self.canvas)
        self.thumbnails.chosen.connect(self.canvas.go_to)
        self.canvas.current_page_changed.connect(self._on_page)
        self.canvas.zoom_changed.connect(self.zoom_changed)

    def set_pages(self, name: str, sizes: tuple[PageSize, ...], image: PageImage) -> None:
        """Show the paper `name`. `image` gives page i at a width in device pixels, and is called when it is seen."""
        self.thumbnails.set_pages(sizes, image)
        self.canvas.set_pages(name, sizes, image)
        self.thumbnails.set_page(self.canvas.current_page())

    def page_count(self) -> int:
        """Say how many pages there are."""
        return self.canvas.page_count()

    def current_page(self) -> int:
        """Give the page being read."""
        return self.canvas.current_page()

    def zoom(self) -> float:
        """Give the zoom."""
        return self.canvas.zoom()

    def go_to(self, page: int) -> None:
        """Show the top of `page`."""
        self.canvas.go_to(page)

    def zoom_in(self) -> None:
        """Take the next larger step."""
        self.canvas.zoom_in()

    def zoom_out(self) -> None:
        """Take the next smaller step."""
        self.canvas.zoom_out()

    def fit_width(self) -> None:
        """Let the pages fill the width."""
        self.canvas.fit_width()

    def _on_page(self, page: int) -> None:
        self.thumbnails.set_page(page)
        self.current_page_changed.emit(page)
