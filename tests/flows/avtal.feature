# language: sv
Egenskap: Ett avtal som håller
  En systemansvarig lägger in avtal av olika slag, ser vad de lovar och får ihop dem.

  Scenario: Ett personuppgiftsbiträdesavtal får sin instruktion av systemet
    Givet ett register med systemet "Lifecare" som säger
      | data_subjects       | Brukare          |
      | data_categories     | Hälsa            |
      | processing_purpose  | Utföra insatser. |
    Och att systemet är öppet i fönstret
    När jag lägger till ett avtal som heter "PUB-avtal Lifecare" av slaget "Personuppgiftsbiträdesavtal"
    Och jag öppnar avtalet "PUB-avtal Lifecare"
    Så har sidan avsnittet "Instruktion för personuppgifter"
    Och sidan har inte avsnittet "Servicenivåer"
    När jag trycker på "Hämta från systemet"
    Så säger avtalet
      | data_subjects       | Brukare          |
      | data_categories     | Hälsa            |
      | processing_purpose  | Utföra insatser. |
    När jag trycker på "Visa alla avsnitt"
    Så har sidan avsnittet "Servicenivåer"
    Och jag har gjort högst 9 inmatningar

  Scenario: Ett driftavtal som lovar för lite rättas
    Givet ett register med systemet "Lifecare" som säger
      | rto_hours | 4 |
    Och att systemet är öppet i fönstret
    När jag lägger till ett avtal som heter "Driftavtal Lifecare" av slaget "Driftavtal"
    Och jag öppnar avtalet "Driftavtal Lifecare"
    Och jag skriver "8" i "Återställt inom (RTO)"
    Så står det "Avtalet lovar åter i drift inom 8 timmar, Lifecare behöver 4 timmar."
    När jag skriver "4" i "Återställt inom (RTO)"
    Så står det "Avtalet lovar det som systemet behöver."
