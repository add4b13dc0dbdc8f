# language: sv
Egenskap: Kommunens egna ord
  Orden som man väljer bland går att skriva som man säger dem, och det som är registrerat följer med.

  Bakgrund:
    Givet ett register med systemet "Bokningen" i kategorin "E-tjänst"
    Och att registret är öppet i fönstret

  Scenario: Ett ord byts och byts tillbaka
    När jag öppnar värdelistorna och skriver "Webbtjänst" över "E-tjänst"
    Så står det "Webbtjänst" på systemets sida
    När jag stänger värdelistorna och trycker Ctrl+Z
    Så står det "E-tjänst" på systemets sida

  Scenario: Ett eget ord väljs på systemet och finns kvar när programmet startas igen
    När jag öppnar värdelistorna och lägger till "E-arkiv"
    Och jag stänger värdelistorna och väljer "E-arkiv" på systemet
    Och jag stänger programmet och startar det igen
    Så står det "E-arkiv" på systemets sida
    Och "E-arkiv" går inte att ta bort ur värdelistorna
