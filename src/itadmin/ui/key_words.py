"""Keys that stand in no menu, told where they work. The list of shortcuts shows them after the commands.

Words only: what a key does is the affair of the part that takes it.
"""

from __future__ import annotations

from collections.abc import Sequence

Keys = Sequence[tuple[str, str]]

ELSEWHERE: Sequence[tuple[str, Keys]] = (
    (
        "I fönstret",
        (
            ("Gå till start och registrens grupper", "Alt+1 – Alt+9, Alt+0"),
            ("Nästa del, föregående del", "Tab · Skift+Tab"),
            ("Avbryt, stäng eller gå tillbaka", "Esc"),
            ("Byt namn på en vy, ta bort den", "F2 · Del"),
        ),
    ),
    (
        "I listan",
        (
            ("Gå till posten", "Enter"),
            ("Markera flera", "Skift+piltangent"),
            ("Markera alla", "Ctrl+A"),
            ("Kopiera som tabell", "Ctrl+C"),
            ("Lägg i papperskorgen", "Del"),
            ("Mellan villkor, ta bort ett villkor", "Vänster · Höger · Del"),
        ),
    ),
    (
        "I Kräver åtgärd",
        (
            ("Gör det som knappen säger", "Enter"),
            ("Öppna posten", "Ctrl+Enter"),
            ("Låt vila", "Z"),
            ("Markera som hanterad, med anteckning", "H · Skift+H"),
            ("Visa en och en, dölj", "Höger · Vänster"),
            ("Läs om", "F5"),
        ),
    ),
    (
        "I posten",
        (
            ("Nästa rad, föregående rad", "Ned · Upp"),
            ("Ändra värdet", "Enter · F2 · börja skriva"),
            ("Följ länken i värdet", "Ctrl+Enter"),
            ("Kopiera värdet", "Ctrl+C"),
            ("Spara värdet och gå till nästa", "Tab"),
            ("Ny rad i en tabell, ta bort raden", "Insert · Ctrl+Del"),
            ("Flytta raden i en tabell", "Alt+Upp · Alt+Ned"),
        ),
    ),
    (
        "I startlistan",
        (
            ("Bocka för", "Mellanslag"),
            ("Lägg till det som är förbockat", "Ctrl+Enter"),
            ("Lämna listan", "F6"),
        ),
    ),
    (
        "I årlig granskning",
        (
            ("Stämmer fortfarande", "Ctrl+Enter"),
            ("Hoppa över", "Ctrl+Ned"),
            ("Nästa, föregående", "Page Down · Page Up"),
        ),
    ),
    (
        "I utbildningskalendern",
        (
            ("Månaden före, månaden efter", "Alt+Vänster · Alt+Höger"),
            ("I dag", "Alt+Home"),
            ("Mellan tillfällena på en dag", "Mellanslag"),
            ("Nytt tillfälle på dagen", "Insert · Ctrl+N"),
        ),
    ),
    (
        "I listan över deltagare",
        (
            ("Genomförd, uteblev", "G · U"),
            ("Anmäld, reserv", "A · R"),
            ("Betyg", "1 – 5"),
            ("Avanmäl", "Del"),
        ),
    ),
    (
        "I checklistan för driftgodkännande",
        (
            ("Klart", "K"),
            ("Inte aktuellt, avstå med skäl", "I · A"),
            ("Svara som registret säger", "R"),
            ("Öppna punkten igen", "Del"),
        ),
    ),
    (
        "I Gantt",
        (
            ("Ta tag i stapeln, byt ände", "Mellanslag"),
            ("Flytta en dag, en vecka", "Vänster · Höger · Skift+piltangent"),
            ("Spara, avbryt", "Enter · Esc"),
        ),
    ),
    (
        "I samverkansmatrisen",
        (
            ("Öppna systemet, kommunens eget i dess kolumn", "Enter"),
            ("Ange nivån för kommunen i kolumnen", "F2"),
            ("Allt som går att göra med raden", "Menytangenten"),
            ("Mellan systemen på trappan", "Piltangenterna"),
        ),
    ),
    (
        "I mötesläget",
        (
            ("Nästa sida, föregående sida", "Höger · Mellanslag · Vänster"),
            ("Dagordningen, en rubrik, dagens beslut", "Home · 1 – 6 · End"),
            ("Ta beslut", "B"),
            ("Beslutet är verkställt", "V"),
            ("Helskärm eller fönster", "F11"),
        ),
    ),
    (
        "I fönster med sidor eller en ritning",
        (
            ("Skriv ut", "Ctrl+P"),
            ("Spara som PDF eller bild", "Ctrl+S"),
            ("Förstora, förminska", "Ctrl++ · Ctrl+-"),
            ("Anpassa till fönstret", "Ctrl+0"),
            ("Bläddra", "Page Down · Page Up"),
        ),
    ),
)
"""Where, and there what is done with which keys."""
