# language: sv
Egenskap: En IT-instruktion görs till vår egen
  En IT-chef tar den färdiga texten, skriver till det som gäller hemma, fyller i kommunens egna värden och ser sidorna
  som de kommer att skrivas ut.

  Scenario: Ett kapitel får ett tillägg och ett eget värde
    Givet en IT-instruktion för drift som ingen har skrivit i
    Och att dess sida är öppen i fönstret
    När jag trycker Ctrl+Shift+R på dokumentet
    Och jag går till kapitlet "Säkerhetskopiering och återläsning"
    Och jag väljer att skriva bara för vår kommun
    Och jag låter kapitlet läggas till efter det gemensamma
    Och jag skriver "Banden ligger på räddningsstationen. Larm till {{larmnummer}}." i kapitlet
    Så är namnet "larmnummer" okänt
    Och sidorna visar "Banden ligger på räddningsstationen."
    När jag fyller i värdet "larmnummer" med "0531-00 00 02"
    Så visar sidorna "Larm till 0531-00 00 02."
    När jag går till kapitlet "Om instruktionen"
    Så är det senaste steget "La till Säkerhetskopiering och återläsning"
    När jag trycker Ctrl+Z
    Och jag går till kapitlet "Säkerhetskopiering och återläsning"
    Så är kapitlet "Programmets text"
