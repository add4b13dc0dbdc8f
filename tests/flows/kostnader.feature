# language: sv
Egenskap: Kostnader
  Som IT-chef vill jag se vad systemen kostar, vem som bär det och vad som har ändrats sedan förra året,
  utan att räkna för hand och utan att något räknas två gånger.

  Scenario: Årets kostnader, vem som bär dem, och nästa års budget
    Givet systemet "Lifecare" hos "Socialförvaltningen" med ett supportavtal på 120 000 kr sedan 2025-07-02
    Och kostnadsraden "Servrar" på 30 000 kr för 2026
    När jag öppnar kostnaderna med tangenterna
    Så kostar "Lifecare" "150 000" i år och "60 164" förra året
    När jag summerar "Förvaltning"
    Så kostar "Socialförvaltningen" "150 000" i år och "60 164" förra året
    Och förklaringen säger "30 000 kr i kostnadsrader och 120 000 kr ur avtal"
    När jag väljer år "2027" och kopierar förra årets rader som budget
    Så finns raden "Servrar" med budget 30 000 kr för 2027
    När jag ångrar
    Så finns ingen rad för 2027
