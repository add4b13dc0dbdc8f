# language: sv
Egenskap: Ett styrande dokument från text till nästa version
  En IT-chef skriver en policy, antecknar vad kommunerna beslutar, fastställer den i sin egen kommun och börjar på nästa
  version. Det som är fastställt står fast.

  Scenario: En policy för fem kommuner
    Givet en policy för fem kommuner utan text
    Och att dess sida är öppen
    När jag trycker på "Redigera text…"
    Och jag skriver kapitlet "Ansvar" med "Varje system har en ägare i verksamheten."
    Och jag trycker på "Lägg till 5 vanliga beslut"
    Så står det på sidan "Fastställt i 0 av 5"
    När jag antecknar besluten
      | Bengtsfors | Fastställd     | 2026-10-28 | § 88  |
      | Dals-Ed    | Fastställd     | 2026-10-21 | § 71  |
      | Färgelanda | Återremitterad | 2026-10-14 | § 96  |
      | Mellerud   | Fastställd     | 2026-10-21 | § 102 |
    Så står det på sidan "Fastställt i 3 av 5 – väntar på Färgelanda kommun och Åmåls kommun."
    När jag trycker på "Fastställ…"
    Och jag trycker på "Fastställ"
    Så har policyn läget "faststalld"
    Och handlingen "2026-0001" är lagrad
    Och policyn går inte att ändra
    Och Åmåls beslut går att ändra
    När jag trycker på "Ny version"
    Så har policyn version "2.0" och läget "utkast"
    När jag trycker på "Redigera text…"
    Och jag ändrar texten till "Varje system har en systemägare i verksamheten."
    Och jag trycker på "Jämför versioner…"
    Så är "ägare" borttaget och "systemägare" nytt i jämförelsen
    När jag stänger jämförelsen och trycker Ctrl+Z i fönstret två gånger
    Så finns bara version "1.0"
