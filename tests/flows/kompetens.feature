# language: sv
Egenskap: Kompetens i hela regionen
  En IT-chef ser vad som är sårbart, sätter nivåer i kartan, planerar åtgärder och lägger ihop kurser med grannarna.

  Bakgrund:
    Givet ett register där "Anna Ek" och "Bo Åberg" hör till IT-enheten och områdena är "Nät" och "Säkerhet"

  Scenario: Det sårbara området blir tryggt
    När jag öppnar kompetenskartan
    Och sätter nivå 4 för "Anna Ek" i "Nät"
    Så säger Kräver åtgärd att färre än två behärskar "Nät"
    När jag sätter nivå 3 för "Bo Åberg" i "Nät"
    Så säger Kräver åtgärd inget om "Nät"
    När jag ångrar i kartan
    Så säger Kräver åtgärd att färre än två behärskar "Nät"

  Scenario: Ett gap blir en åtgärd
    När jag öppnar kompetenskartan
    Och sätter nivå 1 för "Bo Åberg" i "Säkerhet"
    Och önskar nivå 3 för "Bo Åberg" i "Säkerhet"
    Och föreslår åtgärder och genomför dem
    Så finns åtgärden "Kurs: Säkerhet" för "Bo Åberg"

  Scenario: Två kommuner ger en kurs tillsammans
    Givet att Bengtsfors och Mellerud behöver "Grundkurs" i samma system
    När jag öppnar gemensamma kurser
    Så sparar kursen "Grundkurs" "10 000 kr"
    När jag skapar tillfällena
    Så finns tillfället "Grundkurs, Kvarnen" för båda kommunerna
