# language: sv
Egenskap: Den som har slutat gallras
  Uppgifterna försvinner för gott när någon har läst vad som händer och bekräftat det, och siffrorna står kvar.

  Scenario: Från Kräver åtgärd till en post utan namn
    Givet ett register där "Anna Ek" slutade 2020-06-30 och fristen är 24 månader
    När jag öppnar registret
    Så säger Kräver åtgärd att "1 person som har slutat ska gallras."
    När jag öppnar fristen därifrån
    Och jag trycker på "Gallra…"
    Och jag trycker på "Visa vad som tas bort…"
    Så går det inte att trycka på "Ta bort för gott"
    När jag trycker på "Jag har läst vad som tas bort, och att det inte går att ångra."
    Och jag trycker på "Ta bort för gott"
    Så heter personen "Person som har slutat" och har kvar sitt deltagande
    Och säger Kräver åtgärd inget om gallring
    Och står "Anna Ek" ingenstans i filen
    När jag ångrar
    Så heter personen "Person som har slutat" och har kvar sitt deltagande
