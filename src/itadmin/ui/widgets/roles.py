"""What a model tells the delegates, beside the text that stands in the cell.

A cell's text is `Qt.ItemDataRole.DisplayRole`. The whole row as a sentence, or what a painted cell means in words, is
`Qt.ItemDataRole.AccessibleTextRole`; a model with painted cells must give it (`in_words()` of what it shows).
"""

from enum import Enum, IntEnum

from PySide6.QtCore import Qt

_FIRST = int(Qt.ItemDataRole.UserRole)


class Role(IntEnum):
    """Item roles and the type of their values; a model gives None for those it has nothing to say in."""

    MARK = _FIRST + 1  # Mark: how the text is to be read
    SECOND = _FIRST + 2  # str: the second line
    CHIP = _FIRST + 3  # ChipKind: the word is the text
    CLASSING = _FIRST + 4  # Classing
    GRADE = _FIRST + 5  # int: of a class or a level; its word is the text
    STANDING = _FIRST + 6  # Standing: of the row, asked of the column that names it
    ICON = _FIRST + 7  # str: name of an icon (navigation)
    COUNT = _FIRST + 8  # int: what waits (navigation) or how many there are


class Mark(Enum):
    """How a value in a cell is to be read."""

    PLAIN = "plain"
    MISSING = "missing"  # expected and not there: ring and “saknas”
    NONE = "none"  # nothing, as it should be: a dash
    SOON = "soon"  # a day that is near: clock and amber
    LATE = "late"  # a day that has passed: sign and red
    QUIET = "quiet"  # beside the point: second ink


class Standing(Enum):
    """What a row is beside an ordinary one."""

    OWN = "own"
    FOREIGN = "foreign"  # another municipality's, not to be changed here
    SNOOZED = "snoozed"  # silent until a day
    BINNED = "binned"  # in the bin
