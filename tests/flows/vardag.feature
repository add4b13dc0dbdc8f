# language: sv
Egenskap: Vardag i fönstret
  Det som görs kan ångras, det som tas bort finns kvar, och en fil som inte går att öppna ger en mening att gå vidare med.

  Bakgrund:
    Givet ett register med systemen "Lifecare" och "Raindance"

  Scenario: Ångra och gör om, också efter en omstart
    Givet att registret är öppet i fönstret
    När jag skriver "Omsorgssystemet" i "Syfte" för "Lifecare"
    Och jag stänger programmet och startar det igen
    Och jag trycker Ctrl+Z
    Så är "Syfte" för "Lifecare" tomt
    Och statusraden säger "Ångrade: Ändrade Lifecare: Syfte"
    När jag stänger programmet och startar det igen
    Och jag trycker Ctrl+Y
    Så är "Syfte" för "Lifecare" "Omsorgssystemet"

  Scenario: Papperskorgen
    Givet att registret är öppet i fönstret
    När jag tar bort "Lifecare" med Delete i listan
    Så visar listan "Raindance"
    Och statusraden säger "Posten ligger i papperskorgen."
    När jag öppnar papperskorgen
    Så visar listan "Lifecare"
    När jag återställer "Lifecare"
    Så visar listan "Lifecare, Raindance"

  Scenario: En skadad fil
    Givet att mitten av filen är förstörd
    När jag öppnar registret
    Så visas välkomstsidan med en mening om "skadad"
    Och filen är orörd

  Scenario: Filen är öppen på annat håll
    Givet att någon annan har registret öppet
    När jag öppnar registret
    Så visas välkomstsidan med en mening om "öppen"

  Scenario: Programmet dör mitt i arbetet
    Givet att programmet dog medan systemet "Castor" las till
    När jag öppnar registret
    Så visar listan "Castor, Lifecare, Raindance"

  Scenario: Grannkommunens uppgifter går bara att läsa
    Givet att registret är öppet i fönstret
    När jag visar organisationen "Melleruds kommun" och försöker ändra den
    Så är ingenting öppet för ändring
    Och sidan säger att posten är skrivskyddad

  Scenario: Ett värde som inte duger hindrar ingen
    Givet att registret är öppet i fönstret
    När jag skriver "i våras" i "Klassad" för "Lifecare"
    Och jag går till "Raindance" i listan
    Så är "Klassad" för "Lifecare" tomt
    När jag går till "Lifecare" i listan
    Så står "i våras" kvar i "Klassad" med en mening om varför
