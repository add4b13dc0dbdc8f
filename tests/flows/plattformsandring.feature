# language: sv
Egenskap: Att förvarna om en plattformsändring
  IT-chefen ser vilka förvaltningar som berörs av ett byte av servrar, förvarnar dem och får deras svar.

  Scenario: Byte av servrar
    Givet ett register med ett byte av servrar
    Så säger Kräver åtgärd "Ingen är förvarnad om ändringen måndag 1 mars."
    När jag öppnar ändringens sida
    Och jag trycker på "Lägg till 2 berörda förvaltningar…"
    Och jag trycker på "Lägg till"
    Och jag trycker på "Notera att 2 förvaltningar förvarnats i dag"
    Så säger sidan "2 av 2 är förvarnade och 0 har svarat. Svar ska ha kommit senast torsdag 31 december."
    Och Kräver åtgärd säger inget om ändringen
    När det har blivit den 4 januari
    Så säger Kräver åtgärd "Dals-Eds kommun och Socialförvaltningen har inte svarat"
    När alla förvaltningar har svarat
    Så säger Kräver åtgärd inget om ändringen
    Och förvarningen till "Socialförvaltningen" kan göras som handling
