# language: sv
Egenskap: Att komma från en idé till en fördelad kostnad
  Den som leder IT samlar grannarna kring ett system, delar kostnaden på öret och låser den när alla är överens.

  Scenario: Från ärende till fastställd fördelning
    Givet ett register med ärendet "Gemensam drift" mellan Bengtsfors, Dals-Ed och Mellerud som kostar 900 000 kr
    När jag öppnar ärendet "Gemensam drift" och fyller på det vanliga
    Så har ingen av de 3 kommunerna tagit ställning
    När jag fördelar kostnaden och öppnar fördelningens fönster
    Och väljer modellen "Lika delar"
    Och fastställer fördelningen
    Så bär varje kommun "300 000,00" och fördelningen går inte att ändra
    När jag ångrar det
    Så är fördelningen ett utkast

  Scenario: Ett beslut som ska verkställas
    Givet ett register med ärendet "Gemensam drift" mellan Bengtsfors, Dals-Ed och Mellerud som kostar 900 000 kr
    Och att IT-chefsgruppen har beslutat "Ta fram avtal" om det till "2026-12-01"
    Så står "Ta fram avtal" på arbetslistan
    När jag markerar "Ta fram avtal" som klart
    Så är arbetslistan fri från "Ta fram avtal"
