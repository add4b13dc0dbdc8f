# language: sv
Egenskap: Listan att leva i
  Den som är IT-chef väljer ut det som saknas, rättar det på en gång och sparar urvalet.

  Scenario: Alla system utan ägare får en, i ett steg som visas först och kan tas tillbaka
    Givet ett register med tre system utan ägare
    Och att registret är öppet i fönstret
    När jag väljer vyn "Utan systemägare"
    Och markerar allt och ändrar "systemägare" till "Kommunchef"
    Så visas 3 system med den nya ägaren innan något är skrivet
    När jag genomför ändringen
    Så är vyn tom
    När jag ångrar och godkänner det som visas
    Så visar vyn 3 system

  Scenario: Ett eget urval sparas och finns kvar nästa gång
    Givet ett register med tre system utan ägare
    Och att registret är öppet i fönstret
    När jag lägger till villkoret "läge" "I drift" med tangenterna
    Och sparar det som vyn "Det vi kör"
    Och stänger och öppnar programmet
    Så visas vyn "Det vi kör" med 2 system
