# language: sv
Egenskap: Systemets sida och den som slutar
  Det som ändras med tiden – vem som ansvarar, hur systemet är klassat – byts i ett steg, och det som var går att läsa.

  Bakgrund:
    Givet att "Anna Ek" ansvarar för "Lifecare" och "Raindance"
    Och att registret är öppet i fönstret

  Scenario: Någon slutar
    När jag öppnar personen "Anna Ek" och trycker på "Lämna över …"
    Och jag lämnar över till "Bo Alm" och läser vad som ändras
    Så ansvarar "Anna Ek" fortfarande för "Lifecare"
    När jag trycker på "Genomför"
    Så ansvarar "Bo Alm" för "Lifecare" och "Raindance"
    När jag ångrar
    Så ansvarar "Anna Ek" fortfarande för "Lifecare"

  Scenario: Klassningen görs om
    När jag öppnar systemet "Lifecare" och trycker på "Klassa …"
    Och jag väljer "3" för konfidentialiteten och sparar
    Så förklarar sidan att kritikaliteten är "hög"
