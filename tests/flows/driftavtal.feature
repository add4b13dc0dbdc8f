# language: sv
Egenskap: Från välkomstsidan till ett driftavtal för underskrift
  En IT-chef registrerar ett system och håller ett färdigt avtal i handen med högst 40 inmatningar: varje värde som
  skrivs eller väljs, och varje knapp eller länk som trycks, är en. Tabb och piltangenter flyttar bara.

  Scenario: En driftöverenskommelse inom kommunen
    Givet att programmet visar välkomstsidan
    När jag börjar ett register för "Bengtsfors kommun"
    Och jag lägger till systemet "Lifecare"
    Och jag lägger till under "Översikt" värdet
      | Förvaltning     | Socialförvaltningen |
      | Moduler         | Utförare, myndighet |
      | Antal användare | 310                 |
      | Kostnad         | 720 000             |
    Och jag lägger till under "Drift och teknik" värdet
      | Driftande IT-enhet | IT-enheten |
    Och jag går till och skriver
      | Systemägare              | Socialchef                      |
      | Systemansvarig           | Systemförvaltare, socialtjänsten |
      | Konfidentialitet         | 3                               |
      | Riktighet                | 3                               |
      | Tillgänglighet           | 2                               |
      | Behandlar personuppgifter | ja                             |
    Och jag trycker på "Skapa driftavtal"
    Så heter avtalet "Driftöverenskommelse Lifecare"
    Och dokumentet saknar
      | Diarienummer                              |
      | E-post till Systemägaren                  |
      | E-post till Driftenheten                  |
      | Behörighet för Socialchef (Systemägaren)  |
      | Behörighet för IT-chef (Driftenheten)     |
    När jag väljer driftklass "2 Verksamhetskritisk"
    Och jag fyller i "diarienummer" med "SN 2026/114"
    Och jag fyller i kolumnen "E-post" för "e-post till systemägaren"
      | 1 | social@bengtsfors.example |
      | 3 | it@bengtsfors.example     |
    Och jag fyller i kolumnen "Behörighet" för "behörighet för socialchef (systemägaren)"
      | 1 | Delegationsordning 4.1 |
      | 2 | Delegationsordning 2.3 |
    Så saknar dokumentet ingenting
    När jag skapar dokumentet som "avtal.pdf"
    Så är "avtal.pdf" ett färdigt dokument med titeln "Driftöverenskommelse – Lifecare"
    Och jag har gjort högst 40 inmatningar

  Scenario: Ett driftavtal med grannkommunens IT-enhet
    Givet att programmet visar välkomstsidan
    När jag börjar ett register för "Bengtsfors kommun"
    Och jag lägger till systemet "Lifecare"
    Och jag lägger till under "Översikt" värdet
      | Förvaltning | Socialförvaltningen |
    Och jag lägger till under "Drift och teknik" värdet
      | Driftande IT-enhet | IT-enheten Mellerud |
    Och jag går till och skriver
      | Systemägare              | Socialchef       |
      | Systemansvarig           | Systemförvaltare |
      | Konfidentialitet         | 3                |
      | Riktighet                | 3                |
      | Tillgänglighet           | 2                |
      | Behandlar personuppgifter | ja              |
    Och jag trycker på "Skapa driftavtal"
    Så heter avtalet "Driftavtal Lifecare"
    När jag väljer driftklass "2 Verksamhetskritisk"
    Och jag fyller i "diarienummer" med "SN 2026/114"
    Och jag fyller i "moduler" med "Utförare"
    Och jag fyller i "antal användare" med "310"
    Och jag fyller i "pris" med "720 000"
    Och jag fyller i "personuppgiftsbiträdesavtal" med "Personuppgiftsbiträdesavtal Mellerud"
    Och jag fyller i kolumnen "E-post" för "e-post till systemägaren"
      | 1 | social@bengtsfors.example |
      | 3 | it@mellerud.example       |
    Och jag fyller i kolumnen "Behörighet" för "behörighet för socialchef (systemägaren)"
      | 1 | Delegationsordning 4.1 |
      | 2 | Delegationsordning 2.3 |
    Så saknar dokumentet ingenting
    När jag skapar dokumentet som "avtal.pdf"
    Så är "avtal.pdf" ett färdigt dokument med titeln "Driftavtal – Lifecare"
    Och i "avtal.pdf" står "212000-1488"
    Och jag har gjort högst 40 inmatningar
