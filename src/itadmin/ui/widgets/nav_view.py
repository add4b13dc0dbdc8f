"""The navigation at the left: registers with their saved views, or icons only when room is short."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.widgets.nav_delegate import NavDelegate


class NavView(QTreeView):
    """A tree without branches. Which line is chosen is the selection model's affair."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._delegate = NavDelegate(look, self)
        self.setHeaderHidden(True)
        self.header().setMinimumSectionSize(1)
        self.header().setStretchLastSection(False)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(self._delegate)
        set_property(self, "ground", "window")
        look.changed.connect(self._dress)
        self._dress()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show the lines of `model` with all views open."""
        super().setModel(model)
        self.expandAll()

    def set_narrow(self, narrow: bool) -> None:
        """Show icons only, without saved views, or everything."""
        self._delegate.narrow = narrow
        if narrow:
            self.collapseAll()
        else:
            self.expandAll()
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the lines be as wide as the view; a hidden header does not see to it by itself."""
        super().resizeEvent(event)
        self.setColumnWidth(0, self.viewport().width())

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw nothing: depth is shown by the line itself."""

    def _dress(self) -> None:
        metrics = self._look.metrics
        self.setFixedWidth(metrics.nav_narrow if self._delegate.narrow else metrics.nav)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
