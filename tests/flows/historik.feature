# language: sv
Egenskap: Inget försvinner
  Ett fel som kom in i går hittas, följs till posten och rättas. Registret kan ses som det var.

  Bakgrund:
    Givet ett register där "Lifecare" i går fick område av en import som ändrade tre system

  Scenario: Ett fel i en import hittas och rättas
    Givet att registret är öppet i fönstret i dag
    När jag trycker Ctrl+Shift+H
    Så står "Lifecare" bland det som har ändrats
    När jag går till "Lifecare" med Enter
    Och jag öppnar historiken med Ctrl+H
    Så står steget "i steget Importerade 3 system" där
    När jag återställer "Område"
    Så är området för "Lifecare" tomt
    Och området för "Raindance" är "Importerat"
    När jag ångrar
    Så är området för "Lifecare" "Importerat"

  Scenario: Hela importen ångras dagen efter
    Givet att registret är öppet i fönstret i dag
    När jag ångrar och läser igenom vad som ändras
    Så är området för "Lifecare" tomt
    Och området för "Raindance" är tomt

  Scenario: Registret som det var i förrgår
    Givet att registret är öppet i fönstret i dag
    När jag visar registret som det var "2026-11-22"
    Så säger raden överst "Så såg registret ut 2026-11-22 · skrivskyddat"
    Och området för "Lifecare" är tomt
    Och ingenting går att ändra
    När jag går tillbaka till i dag
    Så är området för "Lifecare" "Importerat"
