# language: sv
Egenskap: Årlig granskning
  Den som är systemansvarig går igenom sina system på några minuter, med tangenterna eller på ett blad.

  Scenario: Tio system på tio minuter
    Givet ett register där "Anna Ek" är systemansvarig för tio system
    Och att registret är öppet i fönstret
    När jag trycker Ctrl+Shift+G
    Så står "Anna Ek" med "10 system · 10 kvar"
    När jag granskar de tio systemen och rättar antalet användare i två av dem
    Så står "Anna Ek" med "10 system · klart i dag"
    Och det tog högst 12 inmatningar
    Och historiken har tio steg som börjar med "Granskade"
    När jag trycker Ctrl+Z i granskningen
    Så står "Anna Ek" med "10 system · 1 kvar"

  Scenario: Den som slutar har inga behörigheter kvar
    Givet ett register där "Anna Ek" har behörigheten "Handläggare" i "Lifecare"
    Och att registret är öppet i fönstret
    När jag trycker Ctrl+Shift+B
    Så visas behörigheten "Lifecare, Handläggare, Anna Ek"
    När jag återkallar den med skälet "Har slutat."
    Så visas ingen behörighet
    Och beslutet finns kvar som återkallat med skälet "Har slutat."
