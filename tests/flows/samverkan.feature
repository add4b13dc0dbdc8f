# language: sv
Egenskap: Se var samverkan lönar sig
  En IT-chef ser regionen i en matris, fyller i det hen vet om grannen, och går vidare till ett ärende och en kostnad.

  Bakgrund:
    Givet ett register där Bengtsfors och Mellerud har "Kvarnen" och Bengtsfors är på nivå 2

  Scenario: Det man vet om grannen höjer nivån som helhet
    När jag öppnar samverkansmatrisen
    Så står "Kvarnen" på nivå 0 som helhet
    När jag anger nivå 3 för Mellerud i "Kvarnen"
    Så står "Kvarnen" på nivå 2 som helhet
    Och på trappan står "Kvarnen" på steg 2

  Scenario: En kandidat blir ett ärende
    När jag öppnar samverkansmatrisen
    Och startar ett samverkansärende om "Kvarnen"
    Så visar huvudfönstret ärendet "Samverkan om Kvarnen"
    Och ärendet har båda kommunerna

  Scenario: Kostnaden räknas innan något är bestämt
    När jag öppnar samverkansmatrisen
    Och räknar på kostnaden för "Kvarnen"
    Så visas fördelningen "Kostnadsfördelning Kvarnen" i sitt fönster
    När jag ångrar i matrisen
    Så finns ingen fördelning
