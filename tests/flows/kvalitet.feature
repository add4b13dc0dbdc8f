# language: sv
Egenskap: Det som är fel blir rätt
  Det som saknas visas där det rättas, och system som är samma system blir ett.

  Bakgrund:
    Givet ett register med systemen "Lifecare" och "Lifcare", båda i drift med systemägaren "Socialchef"

  Scenario: Från det som är fel till det som är rätt
    Givet att registret är öppet i fönstret
    När jag öppnar "Lifecare"
    Så säger sidan att åtgärda "utan systemansvarig"
    När jag trycker på "Gå dit" och skriver "Anna Ek"
    Så säger sidan inte längre "utan systemansvarig"
    Och "Lifecare" har systemansvarig "Anna Ek"
    När jag väljer ut "utan systemansvarig" i listan
    Så visar listan "Lifcare"

  Scenario: Inte samma system, för alltid
    Givet att registret är öppet i fönstret
    När jag trycker Ctrl+Shift+D
    Så visas paret "Lifcare – Lifecare"
    När jag säger att de inte är samma
    Och jag stänger programmet och startar det igen
    Och jag trycker Ctrl+Shift+D
    Så visas inget par

  Scenario: Två system blir ett, och två igen
    Givet att registret är öppet i fönstret
    När jag trycker Ctrl+Shift+D
    Och jag slår ihop dem och behåller "Lifecare"
    Så visar listan "Lifecare"
    Och "Lifecare" heter också "Lifcare"
    När jag trycker Ctrl+Z i listan och godkänner det som visas
    Så visar listan "Lifcare, Lifecare"
