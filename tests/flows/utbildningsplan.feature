# language: sv
Egenskap: En utbildningsplan från mall till fastställd
  En systemansvarig gör planen för sitt system ur en mall, ändrar den i tabellen, och den fastställs. IT-chefen ser det
  i täckningen.

  Scenario: Lifecare får sin plan
    Givet ett register där "Lifecare" är i drift utan utbildningsplan
    Och att systemets sida är öppen i fönstret
    När jag trycker på "Ny plan från mall…"
    Och jag trycker på "Gör planen"
    Så visas planen "Utbildningsplan Lifecare" som utkast
    När jag öppnar tabellen med Ctrl+Shift+M
    Och jag ställer mig på det första momentet för slutanvändare
    Och jag trycker tangenten V
    Så är det första momentet frivilligt för slutanvändare
    När jag trycker tangenten Ctrl+Z
    Så är det första momentet före behörighet för slutanvändare
    När jag trycker tangenten Insert
    Och jag skriver "Lathund för vikarier" som namn
    Så har planen momentet "Lathund för vikarier"
    När jag tar bort momentet jag står på
    Och jag fastställer planen med dagens datum
    Så är planen fastställd och tabellen skrivskyddad
    När jag öppnar täckningen
    Så säger den "1 av 1 verksamhetssystem har en fastställd utbildningsplan som gäller."
