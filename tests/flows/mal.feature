# language: sv
Egenskap: Mål som registret räknar
  En IT-chef ser på startsidan att ett mål är efter, går till det som återstår, noterar utfallet och ser målet nått.

  Scenario: Det sista systemet får en systemägare
    Givet ett register där "Ekot" är det enda av 4 system utan systemägare
    Och ett mål för 2025 om att alla system har en systemägare
    När jag öppnar registret på startsidan
    Så står det på startsidan "0 av 1 mål uppnått, 1 efter"
    Och Kräver åtgärd säger "Målåret 2025 har gått, och målet är inte nått: 75 % av 100 %."
    När jag öppnar målet från startsidan
    Så säger målet "3 av 4 system i drift har en systemägare – 75 %; målet är 100 % år 2025."
    När jag trycker på "Notera dagens värde"
    Så är utfallet 75 % noterat
    När jag trycker på "Visa systemet som återstår"
    Så visar listan bara "Ekot"
    När systemet får en systemägare
    Och jag går tillbaka till startsidan
    Så står det på startsidan "1 av 1 mål uppnått"
    Och Kräver åtgärd säger inget om målet
    När jag trycker på "1 av 1 mål uppnått"
    Så visar listan bara "Alla system har en systemägare."
