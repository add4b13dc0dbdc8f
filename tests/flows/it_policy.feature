# language: sv
Egenskap: IT-policyn läggs fram för beslut
  En IT-chef fyller i det som saknas i dokumentfönstret och får en handling att lägga fram för kommunfullmäktige, med
  kommunens egna ord och registrets siffror.

  Scenario: Det som saknas fylls i och policyn blir en färdig handling
    Givet en IT-policy för Bengtsfors och Åmål som inte är färdig
    Och att dess dokument är öppet
    Så saknar policyn
      | Version          |
      | Revideras senast |
      | Beslut i Åmål    |
      | Mål för perioden |
    När jag fyller i "version" med "1.0"
    Och jag fyller i "revideras senast" med "2030-06-30"
    Och jag fyller i "beslut i Åmål" med "Kommunfullmäktige"
    Och jag fyller i "mål för perioden" med "Alla system har en systemägare."
    Så saknar policyn
      | Område |
      | Målår  |
      | Läge   |
    När jag fyller i "område" med "Organisation och ansvar"
    Och jag fyller i "målår" med "2028"
    Och jag fyller i "läge" med "Pågår"
    Så saknar policyn ingenting
    När jag skapar handlingen som "policy.pdf"
    Så står i "policy.pdf"
      | Fastställd i 1 av 2 kommuner    |
      | Våra egna ord om IT.            |
      | Alla system har en systemägare. |
      | Samverkansportalen              |
    Men inte "UTKAST" i "policy.pdf"
