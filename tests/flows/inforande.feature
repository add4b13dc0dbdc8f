# language: sv
Egenskap: Ett system från införandeplan till drift
  En systemansvarig planerar införandet ur en mall, flyttar driftstarten, går igenom checklistan, och systemet kommer i
  drift först när planen är driftgodkänd.

  Scenario: Kvarnen kommer i drift
    Givet ett register där "Kvarnen" är under införande
    Och att systemets sida är öppen i fönstret
    När jag trycker på "Ny införandeplan…"
    Och jag trycker på "Gör planen"
    Så visas planen "Införande av Kvarnen" med 8 aktiviteter
    När jag trycker på "Påbörja"
    Och jag trycker på "Flytta driftstart…"
    Och jag skriver dagen "2027-02-01"
    Så är driftstarten "2027-02-01"
    När någon försöker sätta systemet i drift
    Så sägs det att ”Införande av Kvarnen” inte är driftgodkänd
    När jag trycker på "Driftgodkänn…"
    Så står jag på den första punkten som är kvar
    När jag svarar K på alla punkter utom den sista
    Och jag avstår från den sista med skälet "Kommer i mars."
    Och jag trycker på "Driftgodkänn…"
    Och jag godkänner
    Och jag trycker på "Sätt i drift…"
    Och jag bekräftar att systemet är i drift före planerad dag
    Så är systemet i drift sedan i dag
    Och historiken har skälet "Kommer i mars."
    När jag trycker på "Ångra"
    Så är systemet under införande
