# language: sv
Egenskap: Grannar delar med varandra
  Den ena kommunen gör en fil och säger vad som går ut; den andra ser vad som ändras innan något skrivs, och kan ångra.

  Scenario: Från den enas fil till den andras lista
    Givet Färgelandas register med systemet "Personec P" och personen "Eva Ek"
    När jag öppnar Färgelandas register och delar med profilen "Grannar utan personer"
    Så säger guiden att filen är sparad och kontrollerad
    När jag öppnar mitt eget register och släpper filen på fönstret
    Så säger guiden vems filen är och vilket fingeravtryck den har
    När jag trycker på "Vi har jämfört fingeravtrycket i telefon, och det stämmer"
    Och jag trycker på "Granska"
    Så är "Personec P" bland det nya men inte "Eva Ek"
    Och har jag inget från Färgelanda
    När jag trycker på "Genomför"
    Och jag trycker på "Stäng"
    Och jag visar systemen från "Färgelanda kommun"
    Så står "Personec P" i listan med lås, och sidan säger att det är skrivskyddat
    När jag ångrar
    Så har jag inget från Färgelanda
