# language: sv
Egenskap: Natten när leverantören har drabbats
  Klockan är tre. Med några tangenttryckningar finns numren att ringa, systemen som berörs och det som beror på dem.

  Bakgrund:
    Givet ett register där "Lifecare" från "Ängsbolaget AB" lämnar uppgifter till "Beslutsstöd"

  Scenario: Från ett namn till ett blad i handen
    Givet att registret är öppet i fönstret
    När jag trycker Ctrl+Shift+I och skriver "ang"
    Så visas bladet för "Ängsbolaget AB"
    När jag sparar bladet
    Så står på bladet
      | 08-12 34 56 |
      | Lifecare    |
      | Anna Ek     |
      | Beslutsstöd |

  Scenario: Vad faller med systemet
    Givet att registret är öppet i fönstret
    När jag öppnar "Lifecare" och trycker Ctrl+G
    Så visar bilden "Lifecare" och "Beslutsstöd"
    När jag går till höger i bilden och trycker Enter
    Så står jag på systemet "Beslutsstöd"
