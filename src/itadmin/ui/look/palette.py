"""From our colours to Qt's palette, and, in contrast mode, from the system's palette to colours by name."""

from PySide6.QtGui import QColor, QPalette

from itadmin.ui.look.tokens import Area, Family, Level, Tokens

_AREAS = 5
_LEVELS = 6


def palette(tokens: Tokens) -> QPalette:
    """Give the palette that native parts draw with, the disabled group included."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.sunken,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.text3,
        role.Button: tokens.raised,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.red.ink,
        role.Highlight: tokens.sel,
        role.HighlightedText: tokens.text,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.raised,
        role.ToolTipText: tokens.text,
        role.Light: tokens.surface,
        role.Midlight: tokens.line,
        role.Mid: tokens.line2,
        role.Dark: tokens.ctl,
        role.Shadow: tokens.ctl,
    }
    result = QPalette()
    for key, colour in colours.items():
        result.setColor(key, QColor(colour))
    for key in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText, role.HighlightedText):
        result.setColor(QPalette.ColorGroup.Disabled, key, QColor(tokens.disabled))
    for key in (role.Base, role.Button):
        result.setColor(QPalette.ColorGroup.Disabled, key, QColor(tokens.sunken))
    return result


def contrast_tokens(system: QPalette) -> Tokens:
    """Give colours by name that are all the system's own, for contrast mode."""
    role = QPalette.ColorRole
    ground = system.color(role.Base).name().upper()
    window = system.color(role.Window).name().upper()
    text = system.color(role.Text).name().upper()
    chosen = system.color(role.Highlight).name().upper()
    on_chosen = system.color(role.HighlightedText).name().upper()
    button = system.color(role.Button).name().upper()
    disabled = system.color(QPalette.ColorGroup.Disabled, role.Text).name().upper()
    outline = Family(text, ground, text)
    return Tokens(
        dark=system.color(role.Base).lightness() < system.color(role.Text).lightness(),
        contrast=True,
        window=window,
        surface=ground,
        sunken=ground,
        backdrop=window,
        raised=button,
        paper="#FFFFFF",
        line=text,
        line2=text,
        ctl=text,
        text=text,
        text2=text,
        text3=text,
        disabled=disabled,
        accent=system.color(role.Link).name().upper(),
        accent_hover=chosen,
        accent_press=chosen,
        on_accent=on_chosen,
        sel=ground,
        sel_off=ground,
        hover=ground,
        nav_sel=window,
        nav_hover=window,
        counter=window,
        flap=text,
        red=outline,
        amber=outline,
        green=outline,
        blue=outline,
        violet=outline,
        grey=outline,
        levels=(Level(ground, text),) * _LEVELS,
        areas=(Area(text, ground),) * _AREAS,
    )
