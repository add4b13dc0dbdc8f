# language: sv
Egenskap: Fönster och kommandorad på samma register
  Skript och fönster arbetar på samma fil, men aldrig samtidigt i varandras väg.

  Scenario: Ett register som görs med kommandon öppnas i fönstret
    Givet att jag kör "new {fil} --organisation 1460"
    Och att jag kör "add systems {fil} name=Lifecare lifecycle=i_drift"
    När jag öppnar filen i fönstret
    Så visar listan "Lifecare"
    När jag trycker Ctrl+Z i fönstret
    Så visar listan ingenting

  Scenario: Fönstret har filen, kommandon får läsa men inte skriva
    Givet att jag kör "new {fil} --organisation 1460"
    Och att jag kör "add systems {fil} name=Lifecare"
    När jag öppnar filen i fönstret
    Så svarar "list systems {fil}" med "Lifecare"
    Och "set systems {fil} Lifecare area=Omsorg" nekas med en mening om "öppen"
    När jag stänger fönstret
    Så lyckas "set systems {fil} Lifecare area=Omsorg"

  Scenario: Ett avtal som inte är färdigt blir inget dokument för underskrift
    Givet att jag kör "new {fil} --organisation 1460"
    Och att jag kör "add systems {fil} name=Lifecare"
    När jag öppnar filen i fönstret
    Och jag trycker på "Skapa driftavtal"
    Och jag stänger fönstret
    Så nekas dokumentet med en uppräkning av vad som saknas
    Och ett utkast går att göra
