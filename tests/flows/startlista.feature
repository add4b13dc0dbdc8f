# language: sv
Egenskap: Den första registreringen
  Med startlistan kommer en kommuns system in på en eftermiddag, och allt är förslag som går att ändra och ångra.

  Scenario: Ett nytt register börjar med startlistan
    När jag börjar ett register för "Bengtsfors kommun" med startlistan
    Och jag skriver "Socialchef" som ägare för området "Vård och omsorg"
    Och jag söker "lifecare" och bockar för "Verksamhetssystem för vård och omsorg"
    Och jag söker "raindance" och bockar för "Ekonomisystem" med ägaren "Eva Lind"
    Och jag bockar för "Intranät"
    Så har registret inga system
    När jag lägger till det som är bockat
    Så visar listan "Intranät, Lifecare, Raindance"
    Och "Lifecare" har systemägaren "Socialchef" och leverantören "Tietoevry"
    Och "Raindance" har systemägaren "Eva Lind" och leverantören "CGI"
    Och ingen av dem är klassad
    När jag öppnar startlistan igen
    Så är "Ekonomisystem" märkt "Finns: Raindance"
    När jag stänger programmet och startar det igen
    Och jag trycker Ctrl+Z och godkänner det som visas
    Så har registret inga system

  Scenario: Startlistan föreslår där ett system namnges
    När jag börjar ett register för "Bengtsfors kommun" utan system
    Och jag börjar ett nytt system, skriver "vkla" och väljer det första förslaget
    Så visar listan "Vklass"
    Och "Vklass" har området "Förskola och skola"
