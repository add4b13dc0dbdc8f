"""The style sheet: a short text made from the colours and the measures, by property.

Properties that widgets set (`set_property`): `kind` of a button = primary, quiet or link; `small` = true;
`state` of a field = error or computed; `checks` of a list or table with ticks = true; `ground` of an area = surface,
sunken, window or backdrop; `ring` of an area that is only scrolled = true, so that the focus is seen.
"""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from itadmin.ui.look.metrics import Metrics
from itadmin.ui.look.tokens import Tokens

_BUTTONS = """
QPushButton {{ padding: {pad_y}px {pad_x}px; border-radius: {radius_button}px; color: {text}; background: {raised};
    border: 1px solid {line2}; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:pressed, QPushButton:open {{ background: {sel_off}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: {pad_y1}px {pad_x1}px; }}
QPushButton:disabled {{ color: {disabled}; background: {sunken}; border-color: {line}; }}
QPushButton::menu-indicator {{ image: none; width: 0; }}
QPushButton[kind="primary"] {{ background: {accent}; border-color: {accent}; color: {on_accent}; }}
QPushButton[kind="primary"]:hover {{ background: {accent_hover}; border-color: {accent_hover}; }}
QPushButton[kind="primary"]:pressed {{ background: {accent_press}; border-color: {accent_press}; }}
QPushButton[kind="primary"]:disabled {{ color: {disabled}; background: {sunken}; border-color: {line}; }}
QPushButton[kind="quiet"] {{ background: transparent; border-color: transparent; color: {accent};
    padding: {pad_y}px {pad_quiet}px; }}
QPushButton[kind="quiet"]:hover {{ background: {nav_hover}; }}
QPushButton[kind="quiet"]:focus {{ border-color: {accent}; padding: {pad_y1}px {pad_quiet1}px; }}
QPushButton[kind="quiet"]:disabled {{ color: {disabled}; }}
QPushButton[small="true"] {{ padding: {pad_small_y}px {pad_small_x}px; }}
QPushButton[small="true"]:focus {{ padding: {pad_small_y1}px {pad_small_x1}px; }}
QPushButton[kind="link"] {{ background: transparent; border: 2px solid transparent; border-radius: {radius_chip}px;
    padding: 0 {pad_link}px; color: {accent}; text-align: left; }}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="link"]:focus {{ border-color: {accent}; }}
QPushButton[kind="link"]:disabled {{ color: {disabled}; }}
"""

_AREAS = """
QWidget[ground="surface"] {{ background: {surface}; }}
QWidget[ground="sunken"] {{ background: {sunken}; }}
QWidget[ground="window"] {{ background: {window}; }}
QWidget[ground="backdrop"] {{ background: {backdrop}; }}
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {line2}; padding: 4px 6px; }}
QSplitter::handle {{ background: {line}; }}
QAbstractItemView, QScrollArea {{ border: none; outline: none; }}
QAbstractScrollArea[ring="true"] {{ border: 2px solid transparent; border-radius: {radius_chip}px; }}
QAbstractScrollArea[ring="true"]:focus {{ border-color: {accent}; }}
QHeaderView {{ background: {surface}; border: none; }}
QHeaderView::section {{ background: {surface}; color: {text3}; border: none; border-bottom: 1px solid {line2};
    padding: 0 {cell_right}px 0 {cell_left}px; }}
QHeaderView::section:hover {{ color: {text}; }}
QHeaderView::up-arrow, QHeaderView::down-arrow {{ image: none; width: 0; }}
"""

_FIELDS = """
QToolButton {{ border: 2px solid transparent; border-radius: {radius_field}px; padding: 2px; color: {text2};
    background: transparent; }}
QToolButton:hover {{ background: {nav_hover}; }}
QToolButton:pressed, QToolButton:open {{ background: {nav_sel}; }}
QToolButton:focus {{ border-color: {accent}; }}
QToolButton::menu-indicator {{ image: none; }}
QLineEdit, QComboBox, QPlainTextEdit {{ padding: {pad_field_y}px {pad_field_x}px; border-radius: {radius_field}px;
    color: {text}; background: {surface}; border: 1px solid {line2}; border-bottom: 1px solid {ctl};
    selection-background-color: {sel}; selection-color: {text}; }}
QLineEdit:hover, QComboBox:hover {{ background: {hover}; }}
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus {{ border: 2px solid {accent};
    padding: {pad_field_y1}px {pad_field_x1}px; background: {surface}; }}
QLineEdit[state="error"], QComboBox[state="error"], QPlainTextEdit[state="error"] {{ border: 1px solid {red};
    border-bottom: 2px solid {red}; padding-bottom: {pad_field_y1}px; }}
QLineEdit[state="error"]:focus, QComboBox[state="error"]:focus, QPlainTextEdit[state="error"]:focus {{
    border: 2px solid {red}; padding: {pad_field_y1}px {pad_field_x1}px; }}
QLineEdit[state="computed"] {{ background: {sunken}; border: 1px solid {line}; color: {text2}; }}
QLineEdit[state="computed"]:focus {{ border: 2px solid {accent}; }}
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {{ color: {disabled}; background: {sunken};
    border: 1px solid {line}; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox::drop-down {{ border: none; width: {arrow}px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {raised}; border: 1px solid {line2}; padding: 0 4px;
    selection-background-color: {sel}; selection-color: {text}; }}
QCheckBox, QRadioButton {{ border: 2px solid transparent; border-radius: {radius_chip}px; padding: 1px 4px 1px 1px;
    spacing: 7px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {accent}; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {disabled}; }}
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView[checks="true"]::indicator {{ width: {box}px;
    height: {box}px; border: 1px solid {ctl}; background: {surface}; }}
QCheckBox::indicator, QAbstractItemView[checks="true"]::indicator {{ border-radius: 3px; }}
QRadioButton::indicator {{ border-radius: {half_box}px; }}
QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ background: {hover}; }}
QCheckBox::indicator:checked, QAbstractItemView[checks="true"]::indicator:checked {{ background: {accent};
    border-color: {accent}; image: url("{tick}"); }}
QListWidget[checks="true"] {{ background: {surface}; }}
QListWidget[checks="true"]::item {{ padding: 2px 6px; border-radius: {radius_chip}px; color: {text}; }}
QListWidget[checks="true"]::item:selected {{ background: {sel_off}; }}
QListWidget[checks="true"]::item:selected:active {{ background: {sel}; }}
QRadioButton::indicator:checked {{ width: {dot}px; height: {dot}px; border: {thick}px solid {accent};
    background: {on_accent}; }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {disabled}; background: {sunken}; }}
QCheckBox::indicator:checked:disabled {{ background: {disabled}; }}
QSlider {{ border: 2px solid transparent; border-radius: {radius_chip}px; padding: 2px; min-height: {slider}px; }}
QSlider:focus {{ border-color: {accent}; }}
QSlider::groove:horizontal {{ height: {box}px; background: transparent; }}
QSlider::add-page:horizontal, QSlider::sub-page:horizontal {{ margin: {slot}px 0; border-radius: 2px;
    background: {ctl}; }}
QSlider::sub-page:horizontal {{ background: {accent}; }}
QSlider::handle:horizontal {{ width: {box}px; border-radius: {round_box}px; background: {accent}; }}
QSlider::handle:horizontal:hover {{ background: {accent_hover}; }}
QTabBar {{ background: transparent; border: none; }}
QTabBar::tab {{ padding: {pad_y}px {pad_x}px; border: 2px solid transparent; border-bottom: 3px solid transparent;
    background: transparent; color: {text2}; }}
QTabBar::tab:hover {{ color: {text}; background: {hover}; }}
QTabBar::tab:selected {{ color: {text}; border-bottom-color: {accent}; }}
QTabBar::tab:focus {{ border: 2px solid {accent}; border-bottom-width: 3px; border-radius: {radius_chip}px; }}
QMenuBar {{ background: transparent; border: none; }}
QMenuBar::item {{ padding: 5px 9px; border-radius: {radius_field}px; background: transparent; color: {text}; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {nav_sel}; }}
QMenu {{ background: {raised}; border: 1px solid {line2}; padding: 4px; }}
QMenu::item {{ padding: 5px 28px 5px 10px; border-radius: {radius_chip}px; color: {text}; }}
QMenu::item:selected {{ background: {sel}; }}
QMenu::item:disabled {{ color: {disabled}; background: transparent; }}
QMenu::indicator {{ width: {box}px; height: {box}px; margin-left: 8px; }}
QMenu::indicator:checked {{ image: url("{menu_tick}"); }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 2px; }}
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar::handle {{ background: {line2}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {ctl}; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


@dataclass(frozen=True, slots=True)
class Ticks:
    """The picture of a tick in two colours: one seen on the accent, one seen on a menu."""

    on_accent: Path
    on_menu: Path


def style_sheet(tokens: Tokens, metrics: Metrics, ticks: Ticks, *, own_fields: bool) -> str:
    """Give the style sheet; `own_fields` says that we draw fields, menus and scroll bars too, not only buttons."""
    if tokens.contrast:
        return ""
    text = _BUTTONS + _AREAS + (_FIELDS if own_fields else "")
    return text.format_map(_values(tokens, metrics, ticks))


def set_property(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet asks for, and let a widget that is already dressed take it at once.

    A widget that has not been shown is left to Qt: dressing it here would lose the font it is given afterwards.
    """
    if widget.property(name) == value:
        return
    if name == "ground":
        widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    widget.setProperty(name, value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def _values(tokens: Tokens, metrics: Metrics, ticks: Ticks) -> dict[str, str | int]:
    inner = metrics.button - metrics.line  # what a button of full height adds to its line of text
    small = metrics.button_small - metrics.line
    box = metrics.icon(16) // 2 * 2 - 2
    thick = box // 3
    values: dict[str, str | int] = {
        "pad_y": inner // 2 - 1,
        "pad_y1": inner // 2 - 2,
        "pad_x": 12,
        "pad_x1": 11,
        "pad_quiet": 8,
        "pad_quiet1": 7,
        "pad_small_y": small // 2 - 1,
        "pad_small_y1": small // 2 - 2,
        "pad_small_x": 10,
        "pad_small_x1": 9,
        "pad_link": metrics.link_pad - metrics.ring,
        "pad_field_y": inner // 2 - 2,
        "pad_field_y1": inner // 2 - 3,
        "pad_field_x": 8,
        "pad_field_x1": 7,
        "arrow": metrics.icon(16) + 8,
        "red": tokens.red.ink,
        "box": box,
        "half_box": box // 2 + 1,
        "round_box": box // 2,
        "slider": box + 4,
        "slot": box // 2 - 2,
        "dot": box + 2 - 2 * thick,
        "thick": thick,
        "tick": ticks.on_accent.as_posix(),
        "menu_tick": ticks.on_menu.as_posix(),
    }
    for name in ("radius_chip", "radius_field", "radius_button", "cell_left", "cell_right"):
        values[name] = getattr(metrics, name)
    for name in (
        *("window", "surface", "sunken", "backdrop", "raised", "line", "line2", "ctl", "text", "text2", "text3"),
        *("disabled", "accent", "accent_hover", "accent_press", "on_accent", "sel", "sel_off", "hover"),
        *("nav_sel", "nav_hover"),
    ):
        values[name] = getattr(tokens, name)
    return values
