# language: sv
Egenskap: Att se regionen tillsammans
  Varje kommun har sin egen fil. Den som tar emot grannens ser bådas system bredvid varandra, och kan gå tillbaka.

  Scenario: Mellerud delar och Bengtsfors tar emot
    Givet att Mellerud har "Procapita" med 300 användare och "Lönesystemet"
    Och att Bengtsfors har "Procapita Vård" som också kallas "Procapita"
    När Mellerud delar med grannar
    Och Bengtsfors jämför fingeravtrycket och tar emot filen
    Så är Melleruds "Procapita" skrivskyddat hos Bengtsfors
    Och Bengtsfors har fortfarande 1 system
    När jag svarar på matchningen att de är samma system
    Så står "Procapita Vård" i matrisen hos både Bengtsfors och Mellerud
    När jag startar ett samverkansärende om "Procapita Vård"
    Så deltar Bengtsfors och Mellerud i ärendet
    När jag ångrar ärendet, svaret och mottagandet
    Så finns inget kvar från Mellerud
    Och Bengtsfors har fortfarande 1 system
