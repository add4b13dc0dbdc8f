# language: sv
Egenskap: Att se avtalens tid
  Den som ansvarar för avtalen ser de närmaste två åren på en gång, går till det avtal som ska sägas upp och tar dagarna med sig.

  Scenario: Från kalendern till avtalet och till Outlook
    Givet avtalen "Support Kvarnen", som ska sägas upp senast 2027-02-28, och "Städning", som löper ut 2027-05-31
    När jag öppnar avtalskalendern med tangenterna
    Så visar kalendern "Support Kvarnen"
    När jag väljer dagen "Slutdag"
    Så visar kalendern "Städning" och "Support Kvarnen"
    När jag går ned en rad och trycker Enter
    Så är "Support Kvarnen" öppet i huvudfönstret
    När jag sparar dagarna som visas till kalendern
    Så har filen dagarna "Avtalet löper ut: Städning" och "Säg upp senast: Support Kvarnen"
