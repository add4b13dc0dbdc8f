"""What the cells of a workbook offer to choose from, and words of help where somebody types.

A short list stands in the cell's own rule, which may hold no more than 255 signs and no commas of its own; others on a
hidden sheet.
"""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from itadmin.services.exporting.sheet import Column, Sheet

_NAME = "Listor"
_LONGEST_TITLE, _LONGEST_HELP, _LONGEST_LIST = 32, 255, 255


class ChoiceLists:
    """The lists that the sheets of one workbook use; equal lists are kept once."""

    def __init__(self) -> None:
        self._lists: dict[tuple[str, ...], str] = {}

    def offer(self, page: Worksheet, sheet: Sheet, first: int, last: int) -> None:
        """Let the rows `first` to `last` of a sheet offer what its columns say."""
        if last < first:
            return
        for place, column in enumerate(sheet.columns, start=1):
            if (column.choices or column.help) and not column.fixed:
                letter = get_column_letter(place)
                rule = self._rule(column)
                rule.add(f"{letter}{first}:{letter}{last}")
                page.data_validations.append(rule)

    def write(self, book: Workbook) -> None:
        """Add the hidden sheet that holds the lists, if there are any."""
        if not self._lists:
            return
        page = book.create_sheet(_NAME)
        page.sheet_state = "hidden"
        longest = max(len(choices) for choices in self._lists)
        for row in range(longest):
            page.append([choices[row] if row < len(choices) else None for choices in self._lists])

    def _rule(self, column: Column) -> DataValidation:
        rule = DataValidation(type="list" if column.choices else None, allow_blank=True)
        if column.choices:
            rule.formula1 = self._place(column.choices)
            rule.showErrorMessage = True
            rule.errorTitle = "Välj ur listan"
            rule.error = "Värdet finns inte i listan. Välj ett av värdena, eller lämna cellen tom."
        if column.help:
            rule.showInputMessage = True
            rule.promptTitle = column.title[:_LONGEST_TITLE]
            rule.prompt = column.help[:_LONGEST_HELP]
        return rule

    def _place(self, choices: tuple[str, ...]) -> str:
        """The list itself, or where it stands."""
        written = f'"{",".join(choices)}"'
        if len(written) <= _LONGEST_LIST and not any(sign in choice for choice in choices for sign in ',"'):
            return written
        if choices not in self._lists:
            letter = get_column_letter(len(self._lists) + 1)
            self._lists[choices] = f"{_NAME}!${letter}$1:${letter}${len(choices)}"
        return self._lists[choices]
