# language: sv
Egenskap: Att flytta om i en plan
  Den som leder ett införande ser planen på en tidsaxel, flyttar en försenad aktivitet och tar tillbaka det.

  Scenario: En försenad aktivitet får mer tid
    Givet ett register med införandet av e-arkivet
    Och att planens sida är öppen i fönstret
    När jag trycker på "Gantt…"
    Så visar bilden att "Sätta upp miljön" är försenad
    När jag drar slutet av "Sätta upp miljön" två veckor framåt
    Så slutar "Sätta upp miljön" den "2026-11-27"
    Och bilden visar inte att "Sätta upp miljön" är försenad
    Men bilden säger att "Föra över information" börjar för tidigt
    När jag flyttar "Föra över information" två veckor framåt med tangenterna
    Så börjar "Föra över information" den "2026-11-30"
    När jag trycker på "Ångra" i Gantt
    Så börjar "Föra över information" den "2026-11-16"
    När jag öppnar "Utbilda" ur bilden
    Så är aktiviteten "Utbilda" öppen i huvudfönstret
