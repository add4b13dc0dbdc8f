"""What may be wrong with utbildningstillfällen and moment seen beside other records, or on a day.

How each is told stands with the queries of the storage, under the same key.
"""

from __future__ import annotations

from itadmin.domain.findings import Finding

OF_SESSIONS = (
    Finding(
        "fler_an_platser",
        "med fler deltagare än platser",
        "seats",
        "Fler är anmälda än det finns platser. Ändra antalet platser eller gör några till reserver.",
        grave=True,
    ),
    Finding(
        "larare_dubbelbokad",
        "med dubbelbokad lärare",
        "teacher",
        "Läraren har ett annat tillfälle samma tid. Flytta det ena eller välj en annan lärare.",
        grave=True,
    ),
    Finding(
        "lokal_dubbelbokad",
        "med dubbelbokad lokal",
        "venue",
        "Lokalen används av ett annat tillfälle samma tid. Flytta det ena eller välj en annan lokal.",
        grave=True,
    ),
    Finding(
        "deltagare_dubbelbokad",
        "med dubbelbokad deltagare",
        "starts_on",
        "En deltagare är anmäld till ett annat tillfälle samma tid. Flytta tillfället eller avanmäl från det ena.",
    ),
    Finding(
        "samma_person_tva_ganger",
        "med samma person två gånger",
        "",
        "Någon verkar vara anmäld två gånger, kanske med två stavningar. Avanmäl den ena eller slå ihop personerna.",
    ),
    Finding(
        "deltagare_utan_forkunskaper",
        "med deltagare som saknar förkunskaper",
        "",
        "En deltagare har inte genomfört det som momentet förutsätter. Anmäl till det momentet först.",
    ),
    Finding(
        "snart_utan_larare",
        "snart utan lärare",
        "teacher",
        "Tillfället är inom en månad och saknar lärare. Ange vem som håller det.",
    ),
    Finding(
        "snart_utan_plats",
        "snart utan lokal eller länk",
        "venue",
        "Tillfället är inom en månad och saknar lokal och möteslänk. Ange var det är.",
    ),
    Finding(
        "forbi_men_planerat",
        "som har varit men står som planerade",
        "status",
        "Tillfället har varit men står kvar som planerat. Anteckna närvaron eller ändra läget.",
    ),
    Finding(
        "narvaro_utan_dag",
        "med närvaro men utan dag",
        "starts_on",
        "Närvaro är antecknad, men tillfället har ingen dag. Fyll i vilken dag det var.",
    ),
    Finding(
        "narvaro_saknas",
        "utan antecknad närvaro",
        "",
        "Tillfället är genomfört men några står kvar som anmälda. Anteckna vilka som var där.",
    ),
)
OF_MODULES = (
    Finding(
        "forkunskaper_i_ring",
        "med förkunskaper i ring",
        "prerequisites",
        "Momentet förutsätter sig självt genom andra moment. Ta bort en av förkunskaperna i ringen.",
        grave=True,
    ),
)
OF_ACCESS_DECISIONS = (
    Finding(
        "utan_utbildning",
        "utan utbildning som krävs",
        "person",
        "Personen har behörigheten utan den utbildning som krävs före den. Anmäl till ett tillfälle.",
    ),
)
