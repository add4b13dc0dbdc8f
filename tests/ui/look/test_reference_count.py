"""The binding in use gives back what it borrows.

One series of PySide6 lost a reference to None at every call that returns nothing, until Python stopped.
"""

import sys

import pytest
from PySide6.QtGui import QFont

CALLS = 1_000


@pytest.mark.usefixtures("qapp")
def test_calls_that_return_nothing_do_not_use_up_none() -> None:
    font = QFont()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        font.setPixelSize(12)
    assert sys.getrefcount(None) > before - CALLS // 10
