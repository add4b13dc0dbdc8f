"""The days of a ring as rows of a table, in the order of the year: the real content, which the ring only shows."""

from __future__ import annotations

from itadmin.domain.calculations.year_ring import YearPicture
from itadmin.ui.told_rows import ToldRows


class DaysTable(ToldRows):
    """One row a happening."""

    def show_picture(self, picture: YearPicture) -> None:
        """Show another year, or other days of it."""
        self.show_rows(picture.headings, picture.ring.happenings)
