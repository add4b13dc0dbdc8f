# language: sv
Egenskap: Att göra något åt ett avtal
  Den som ser att ett avtal förlängs eller löper ut gör det som ska göras på ett ställe, och ser först vad det leder till.

  Scenario: Ett avtal sägs upp
    Givet ett avtal från "2020-01-01" på 240 månader som sedan förlängs, med 3 månaders uppsägningstid
    Och att avtalet är öppet i fönstret
    När jag trycker Ctrl+Shift+A på avtalet
    Och jag trycker på "Säg upp avtalet"
    Så står det att "Avtalet upphör då 2039-12-31."
    När jag trycker på "Skapa uppsägning…"
    Så visas handlingen "Uppsägning av avtal"
    När jag trycker på "Genomför"
    Så har avtalet läget "uppsagt" och är uppsagt i dag
    Och historiken har steget "Sade upp Supportavtal Lifecare"
    När jag trycker på "Ångra"
    Så har avtalet läget "gallande" och är inte uppsagt

  Scenario: Ett nytt avtal kommer tillbaka påskrivet
    Givet ett avtal från "2018-01-01" på 36 månader
    Och att avtalet är öppet i fönstret
    När jag trycker på "Avtalsåtgärd…"
    Och jag trycker på "Ersätt med ett nytt avtal"
    Och jag trycker på "Genomför"
    Så visas avtalet "Supportavtal Lifecare 2021" som utkast
    När jag trycker Ctrl+Shift+A på avtalet
    Och jag släpper filen "påskrivet.pdf" på rutan
    Och jag trycker på "Genomför"
    Så har avtalet läget "gallande" och filen "påskrivet.pdf"
    Och det gamla avtalet har läget "ersatt"
