# language: sv
Egenskap: En Excellista blir ett register
  Det som står i kommunens egen lista läses in, det som inte går säger varför, och allt kan tas tillbaka på en gång.

  Scenario: Från listan till registret, tillbaka och en gång till
    Givet ett tomt register öppet i fönstret
    Och en Excellista med rubrikerna på rad 3
      | Systemnamn | Förvaltn.           | Ägare      | Systemansvarig               | Lev.      | Antal anv | Driftsatt | K |
      | Lifecare   | Socialförvaltningen | Socialchef | Anna Ek <anna.ek@kommun.se>  | Tietoevry | 412       | mars 2019 | 3 |
      | Raindance  | Ekonomi             | Ekonomichef| Bo Alm                       | CGI       | ca 45     | 2008      | 2 |
      | lifecare   |                     |            |                              |           | 3         |           |   |
    När jag trycker Ctrl+I och väljer listan
    Och jag trycker "Nästa" och "Nästa"
    Så visar granskningen 2 nya, 0 ändrade, 0 oförändrade och 1 problem
    Och registret har 0 system och 0 personer
    När jag trycker "Genomför 2 rader" och "Stäng"
    Så registret har 2 system och 2 personer
    Och "Lifecare" har "I drift sedan" "2019-03"
    Och "Lifecare" har "Systemägare" "Socialchef"
    Och "Raindance" har "Antal användare" "45"
    När jag trycker Ctrl+Z
    Och jag trycker "Genomför"
    Så registret har 0 system och 0 personer
    När jag trycker Ctrl+Y
    Och jag trycker "Genomför"
    Och jag trycker Ctrl+I och väljer listan
    Och jag trycker "Nästa" och "Nästa"
    Så visar granskningen 0 nya, 0 ändrade, 2 oförändrade och 1 problem

  Scenario: Det som inte gick in rättas i Excel
    Givet ett tomt register öppet i fönstret
    Och en Excellista med rubrikerna på rad 1
      | System    | Antal anv |
      | Lifecare  | många     |
      | Raindance | 45        |
    När jag trycker Ctrl+I och väljer listan
    Och jag trycker "Nästa" och "Nästa"
    Och jag sparar raderna med problem och rättar "många" till "412"
    Och jag trycker "Genomför 2 rader" och "Stäng"
    Och jag trycker Ctrl+I och väljer den rättade filen
    Och jag trycker "Nästa" och "Nästa"
    Så visar granskningen 0 nya, 1 ändrade, 0 oförändrade och 0 problem
    När jag trycker "Genomför 1 rad" och "Stäng"
    Så "Lifecare" har "Antal användare" "412"
