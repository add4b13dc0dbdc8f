# language: sv
Egenskap: Handlingar ser ut som kommunens
  En IT-chef ger kommunens handlingar vapen och en rad i sidfoten, ser genast hur de blir, och får veta vad som är fel med
  en bild som inte går att använda.

  Scenario: Vapnet kommer på handlingen
    Givet ett register med systemet "Lifecare"
    Och att utseendet för "Bengtsfors kommun" är öppet
    När jag väljer bilden "vapen.gif"
    Så står det vid knappen "vapen.gif är ingen bild av slaget PNG, JPEG eller SVG"
    När jag väljer bilden "vapen.svg"
    Så sägs det att "Bilden är vald."
    När jag skriver "Bengtsfors kommuns vapen" i "Bilden i ord"
    Och jag lägger till "Text i sidfoten" med "kommun@bengtsfors.example"
    Så visas två sidor som de skrivs ut
    När jag gör systemkortet för "Lifecare" som "kort.pdf"
    Så står vapnet på första sidan i "kort.pdf"
    Och "kommun@bengtsfors.example" på varje sida i "kort.pdf"

  Scenario: En bild som har blivit oläslig stoppar handlingen tills den tas bort
    Givet ett register med systemet "Lifecare"
    Och att utseendet för "Bengtsfors kommun" har en trasig bild och är öppet
    Så står det på sidan "Bilden i Utseende på handlingar för Bengtsfors kommun är ingen bild"
    När jag trycker på "Ta bort bilden"
    Så visas två sidor som de skrivs ut
    När jag gör systemkortet för "Lifecare" som "kort.pdf"
    Så står inget vapen i "kort.pdf"
