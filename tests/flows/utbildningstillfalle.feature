# language: sv
Egenskap: Från plan till kurs till intyg
  En systemansvarig ser vilka som saknar det som planen kräver, anmäler dem till en kurs, noterar närvaron och ger intyg.

  Scenario: Två som saknar grundkursen
    Givet ett register där "Anna Ek" och "Bo Lind" ska ha momentet "Grundkurs Lifecare" i en fastställd plan
    När jag öppnar Vem saknar vad
    Så saknar "Anna Ek" och "Bo Lind" momentet
    När jag väljer båda och skapar ett tillfälle den "2026-11-22" klockan "09:00"
    Så är båda anmälda till det
    När jag öppnar tillfället i utbildningskalendern
    Så visas tillfället med "2 anmälda"
    När jag trycker på "Alla genomförda"
    Och noterar med en tangent att "Bo Lind" uteblev
    Så är tillfället genomfört och bara "Bo Lind" saknar momentet
    När jag trycker på "Kursintyg…"
    Och skapar handlingen som "intyg.pdf"
    Så intygar "intyg.pdf" att "Anna Ek" har genomfört "Grundkurs Lifecare" till och med "2028-11-22"
