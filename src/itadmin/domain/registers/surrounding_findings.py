"""What may be wrong with suppliers, people, integrations, areas of competence and rights, seen beside other records.

How each is told stands with the queries of the storage, under the same key.
"""

from __future__ import annotations

from itadmin.domain.findings import Finding

OF_ORGANISATIONS = (
    Finding(
        "leverantor_utan_kontakt",
        "leverantör utan kontaktväg",
        "support_phone",
        "Ni har system från leverantören men inget sätt att nå den. Ange telefon eller e-post till supporten.",
    ),
)
OF_PEOPLE = (
    Finding(
        "slutat_med_roll",
        "har slutat men har roller",
        "",
        "Personen har slutat men har kvar roller. Lämna över dem till någon annan.",
        grave=True,
    ),
    Finding(
        "mojlig_dubblett",
        "möjlig dubblett",
        "name",
        "Någon annan har samma namn eller e-postadress. Avgör under Visa › Dubbletter, bland Personer, om de är samma.",
    ),
    Finding(
        "utan_kontaktuppgifter",
        "utan kontaktuppgifter",
        "email",
        "Personen går inte att nå. Ange e-post eller telefon i tjänsten.",
    ),
    Finding(
        "utan_uppdrag",
        "utan uppdrag",
        "name",
        "Personen har ingen roll och inget behörighetsbeslut. Ge ett uppdrag eller ta bort posten om den inte behövs.",
    ),
)
OF_INTEGRATIONS = (
    Finding(
        "avvecklat_system",
        "med avvecklat system",
        "source",
        "Ett av systemen är avvecklat. Avsluta integrationen eller flytta den till systemet som ersätter.",
    ),
)
OF_NETWORKS = (
    Finding(
        "natverk_utan_kontakt",
        "nätverk utan kontaktperson",
        "contact",
        "Nätverket har medlemmar men ingen som kallar till möten. Ange en kontaktperson.",
    ),
    Finding(
        "omrade_kan_for_fa",
        "färre än två som behärskar området",
        "",
        "Färre än två personer i regionen behärskar området. Utbilda fler eller samverka.",
    ),
)
OF_ACCESS_DECISIONS = (
    Finding(
        "person_borttagen",
        "för person som har slutat",
        "person",
        "Personen har slutat eller är borttagen men har kvar sin behörighet. Återkalla den.",
        grave=True,
    ),
    Finding(
        "ej_beslutad",
        "inte beslutad",
        "decided_on",
        "Behörigheten är inte beslutad. Be systemägaren besluta och ange dagen.",
    ),
    Finding(
        "granskning_forsenad",
        "granskning försenad",
        "reviewed_on",
        "Behörigheten har inte granskats på tolv månader. Pröva om den fortfarande behövs.",
    ),
)
