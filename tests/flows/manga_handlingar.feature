# language: sv
Egenskap: Handlingar för många poster på en gång
  Det som ska skickas ut eller arkiveras görs av listan, i en mapp eller en fil. Det som inte går att göra räknas upp.

  Bakgrund:
    Givet ett register med två driftavtal och ett supportavtal
    Och att avtalen visas i fönstret

  Scenario: Utkast i en mapp
    När jag markerar allt och väljer "Skapa handlingar för valda…" i menyn
    Och jag väljer "Skick: Utkast"
    Och jag skapar dem i mappen "utkast"
    Så står det "Klart. 2 handlingar ligger i" och "1 rad i listan är av annat slag."
    Och mappen "utkast" har två utkast
    När jag trycker på "Öppna mappen"
    Så öppnas "utkast"

  Scenario: Färdiga handlingar som saknar något
    När jag markerar allt och väljer "Skapa handlingar för valda…" i menyn
    Och jag skapar dem i mappen "klara"
    Så står det "Ingen handling gjordes. Se varför nedan." och "2 handlingar gick inte att göra:"
    Och det står vad vart och ett saknar
    Och mappen "klara" finns inte

  Scenario: Alla i en PDF
    När jag markerar allt och väljer "Skapa handlingar för valda…" i menyn
    Och jag väljer "Handling: Driftdokumentation"
    Och jag väljer "Sparas som: En PDF"
    Och jag skapar dem i filen "alla.pdf"
    Så står det "Klart. 2 handlingar ligger i alla.pdf." och "1 rad i listan är av annat slag."
    Och filen "alla.pdf" har bokmärkena
      | Driftavtal Castor   |
      | Driftavtal Lifecare |
