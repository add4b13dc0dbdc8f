# language: sv
Egenskap: Att ha året framför sig
  Den som leder IT ser vad som händer under året, lägger in sina egna möten och tar med sig dem.

  Scenario: Från startsidan till ett möte i Outlook
    Givet ett register där ingen har lagt in några aktiviteter
    När jag öppnar årshjulet från startsidan
    Så finns förslaget "Klassning och riskanalys" i året
    När jag lägger till mötet "Chefsgruppen" den "2026-12-10"
    Och visar bara möten
    Så visar årshjulet "IT-rådet prioriterar" och "Chefsgruppen"
    När jag sparar årets dagar som visas till kalendern
    Så har kalendern "IT-rådet prioriterar" och "Chefsgruppen"

  Scenario: Ett förslag som inte passar
    Givet ett register där ingen har lagt in några aktiviteter
    När jag öppnar årshjulet från startsidan
    Och ändrar förslaget "Klassning och riskanalys"
    Så är aktiviteten "Klassning och riskanalys" öppen i huvudfönstret
    När jag ångrar det
    Så finns förslaget "Klassning och riskanalys" i året
