# language: sv
Egenskap: Kräver åtgärd
  Programmet öppnas på det som ska göras. Det som är hanterat eller vilar hålls tyst, och inget försvinner utan att gå att ta tillbaka.

  Bakgrund:
    Givet ett avtal "Supportavtal Raindance" som förlängs om det inte sägs upp senast 2026-11-30

  Scenario: Avtalet sägs upp från startsidan
    När jag öppnar programmet
    Så står "Supportavtal Raindance" överst med knappen "Förnya eller säg upp…"
    Och raden säger "om 8 dagar"
    När jag trycker Enter och säger upp avtalet
    Så är läget för avtalet "uppsagt"
    Och knappen "Förnya eller säg upp…" finns inte för "sista_uppsagningsdag"
    När jag trycker Ctrl+Z
    Så står "Supportavtal Raindance" överst med knappen "Förnya eller säg upp…"

  Scenario: Det som vilar är tyst tills dagen kommer, också efter en omstart
    När jag öppnar programmet
    Och jag markerar alla rader och låter dem vila till i morgon
    Så säger statusraden "2 punkter vilar till 2026-11-23."
    Och sidan säger "Inget kräver åtgärd före 2026-11-23"
    När jag stänger programmet och startar det igen
    Så säger sidan "Inget kräver åtgärd före 2026-11-23"
    När en dag har gått
    Så står "Supportavtal Raindance" överst med knappen "Förnya eller säg upp…"

  Scenario: Det som är hanterat kan ångras
    När jag öppnar programmet
    Och jag trycker H
    Så säger statusraden "Supportavtal Raindance markerad som hanterad."
    Och knappen "Förnya eller säg upp…" finns inte för "sista_uppsagningsdag"
    När jag trycker Ctrl+Z
    Så står "Supportavtal Raindance" överst med knappen "Förnya eller säg upp…"
