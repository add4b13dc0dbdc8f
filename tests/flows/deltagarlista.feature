# language: sv
Egenskap: Från en lista över vem som har gått vad till det som ska repeteras
  En systemansvarig läser in kursledarens lista, svarar på vem som är vem och ser vilka som snart måste gå om.

  Scenario: En lista ur Excel
    Givet ett register där "Anna Ek" ska ha momentet "Grundkurs" som gäller i 12 månader
    Och en Excellista över deltagare
      | Förnamn | Efternamn | E-post                  | Förvaltning         | Datum      | Kurs      | Resultat |
      | Anna    | Ek        | anna.ek@bengtsfors.se   | Socialförvaltningen | 2025-12-15 | Grundkurs | Godkänd  |
      | Anna    | Eek       |                         | Socialförvaltningen | 2025-12-15 | Grundkurs | Godkänd  |
      | Bo      | Alm       | bo.alm@bengtsfors.se    | Socialförvaltningen | 2025-12-15 | Grundkurs | Uteblev  |
    När jag trycker Ctrl+I bland deltaganden och väljer listan
    Och jag trycker på "Nästa"
    Och jag trycker på "Nästa"
    Så säger granskningen att "Anna Eek" kan vara "Anna Ek"
    När jag trycker på "Genomför 2 rader"
    Och jag trycker på "Stäng"
    Så har "Anna Ek" genomfört momentet och "Bo Alm" uteblivit
    Och Kräver åtgärd säger "1 person behöver repetera momentet senast tisdag 15 december."
    När jag trycker på "Vem saknar…" på raden
    Så visar fönstret Vem saknar vad "Anna Ek"
