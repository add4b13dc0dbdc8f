# language: sv
Egenskap: Från utkast till påskrivet
  En handling får sitt nummer när den skapas, skickas, kommer tillbaka påskriven och står sedan fast. Den lagrade filen
  kan alltid visas igen, och det går att se att den är vad den var.

  Scenario: Ett driftavtal hela vägen
    Givet ett driftavtal som bara saknar diarienummer
    Och att dess dokument är öppet
    När jag trycker på "Skapa PDF"
    Så står det i dokumentet "Dokumentet är inte klart: 1 uppgift saknas."
    När jag skriver "KS 2026/7"
    Så står det i dokumentet "Inget saknas."
    När jag skapar handlingen som "avtal.pdf"
    Så står "Handling 2026-0001" på varje sida i "avtal.pdf"
    Och handlingen har läget "for_underskrift"
    När jag trycker på "Skicka: handling 2026-0001"
    Och jag skriver "Melleruds kommun, registrator@mellerud.example"
    Så har handlingen läget "skickat"
    Och avtalet har läget "invantar_underskrift"
    Och ett brev till "registrator@mellerud.example" är påbörjat med filen
    När jag släpper en påskriven "avtal.pdf" på fönstret
    Och jag trycker på "Registrera"
    Så har handlingen läget "paskrivet"
    Och avtalet har läget "gallande"
    Och handlingen går inte att ändra
    När jag trycker på "Visa handling 2026-0001"
    Så visas handlingen som den skapades
    När jag trycker på "Kontrollera: handling 2026-0001"
    Så sägs det att "kontrollsumman SHA-256 stämmer"
    När jag trycker Ctrl+Z i fönstret
    Så har handlingen läget "skickat"
    Och avtalet har läget "invantar_underskrift"

  Scenario: En ny version ersätter den som var ute
    Givet ett driftavtal som ingenting saknas i
    Och att dess dokument är öppet
    När jag skapar handlingen som "ett.pdf"
    Och jag skapar handlingen som "två.pdf"
    Så är handlingarna
      | 2026-0002 | 2 | for_underskrift |
      | 2026-0001 | 1 | ersatt          |
    När jag trycker Ctrl+Z i fönstret
    Och jag skapar handlingen som "tre.pdf"
    Så är handlingarna
      | 2026-0003 | 2 | for_underskrift |
      | 2026-0001 | 1 | ersatt          |
