"""What may be wrong with a system beside its agreements, roles and dates: the rules of the field dossier's chapter 14.

Only systems that are in operation or on their way out are asked for what operation demands; how each is told stands
with the queries of the storage, under the same key.
"""

from __future__ import annotations

from itadmin.domain.findings import Finding

FINDINGS = (
    Finding(
        "utan_systemagare",
        "utan systemägare",
        "system_owner",
        "Systemet saknar systemägare. Varje system ska ha en; utse någon.",
        grave=True,
    ),
    Finding(
        "utan_systemansvarig",
        "utan systemansvarig",
        "system_manager",
        "Systemet saknar systemansvarig. Utse någon som svarar för det dagliga.",
        grave=True,
    ),
    Finding(
        "personuppgifter_utan_pub",
        "personuppgifter utan PUB-avtal",
        "dpa_status",
        "Systemet behandlar personuppgifter hos någon annan och saknar personuppgiftsbiträdesavtal. Teckna ett.",
        grave=True,
    ),
    Finding(
        "pub_avtal_ej_i_registret",
        "PUB-avtal anges men finns inte i registret",
        "dpa_status",
        "Systemet anges ha PUB-avtal, men inget gällande finns i registret. Lägg in avtalet eller ändra uppgiften.",
    ),
    Finding(
        "pub_avtal_finns_redan",
        "PUB-avtal finns fast det anges saknas",
        "dpa_status",
        "PUB-avtal anges saknas eller inte behövas, men ett gällande finns i registret. Ändra uppgiften.",
    ),
    Finding(
        "avtal_lovar_for_lite",
        "avtal lovar för lite",
        "",
        "Ett gällande avtal lovar mindre än systemet behöver. Se Löfte mot behov och ändra avtalet eller kravet.",
    ),
    Finding(
        "annan_kommun_utan_driftavtal",
        "driftas av annan organisation utan driftavtal",
        "operating_unit",
        "En annan organisation driftar systemet utan gällande driftavtal. Skriv ett.",
        grave=True,
    ),
    Finding(
        "i_drift_utan_driftavtal",
        "i drift utan driftavtal",
        "operating_unit",
        "Systemet är i drift utan gällande driftavtal eller driftöverenskommelse. Skriv en.",
    ),
    Finding(
        "utan_ersattare",
        "systemansvarig utan ersättare",
        "deputy_manager",
        "Systemansvarig saknar ersättare. Utse någon som kan rycka in.",
    ),
    Finding(
        "ersattare_ar_systemansvarig",
        "ersättaren är systemansvarig själv",
        "deputy_manager",
        "Ersättaren är samma person som systemansvarig. Utse någon annan.",
    ),
    Finding(
        "utan_klassning",
        "utan klassning",
        "confidentiality",
        "Informationen är inte klassad. Ange konfidentialitet, riktighet och tillgänglighet.",
    ),
    Finding(
        "klassning_utan_dag",
        "klassning utan dag",
        "classified_on",
        "Klassningen saknar dag och räknas som ett förslag. Ange när den gjordes, eller klassa om.",
    ),
    Finding(
        "klassning_for_gammal",
        "klassning äldre än 12 månader",
        "classified_on",
        "Klassningen är äldre än tolv månader eller har gått ut. Klassa om.",
    ),
    Finding(
        "personuppgifter_okant",
        "personuppgifter ej angivet",
        "personal_data",
        "Det är inte angivet om systemet behandlar personuppgifter. Svara ja eller nej.",
    ),
    Finding(
        "personuppgifter_ofullstandiga",
        "registerförteckning ofullständig",
        "processing_purpose",
        "Systemet behandlar personuppgifter, men ändamål, grund, registrerade, kategorier eller gallring saknas.",
    ),
    Finding(
        "utan_konsekvensbedomning",
        "konsekvensbedömning saknas",
        "impact_assessed_on",
        "Systemet behöver en konsekvensbedömning som inte är gjord.",
    ),
    Finding(
        "utan_driftdokumentation",
        "utan driftdokumentation",
        "operations_documentation",
        "Systemet är i drift utan driftdokumentation. Skriv den eller ange att den finns.",
    ),
    Finding(
        "utan_rutindokumentation",
        "utan rutindokumentation",
        "routine_documentation",
        "Systemet är i drift utan rutindokumentation. Skriv den eller ange att den finns.",
    ),
    Finding(
        "granskning_forsenad",
        "granskning försenad",
        "reviewed_on",
        "Uppgifterna har inte granskats på tolv månader. Gå igenom dem.",
    ),
    Finding(
        "stod_upphort",
        "stöd har upphört",
        "support_ends",
        "Leverantörens stöd för versionen har upphört. Uppgradera eller planera avveckling.",
    ),
    Finding(
        "stod_upphor_snart",
        "stöd upphör inom 12 månader",
        "support_ends",
        "Leverantörens stöd för versionen upphör inom tolv månader. Planera uppgradering.",
    ),
    Finding(
        "kan_for_fa",
        "färre än två som behärskar systemet",
        "competent_people",
        "Färre än två personer behärskar systemet. Utbilda fler eller samverka.",
    ),
    Finding(
        "mojlig_dubblett",
        "möjlig dubblett",
        "name",
        "Ett annat system har samma namn eller produkt. Avgör under Visa › Dubbletter om de är samma.",
    ),
    Finding(
        "svar_gar_inte_ihop",
        "svar om samma system går inte ihop",
        "",
        "Svaren om vilka system som är samma går inte ihop. Svara om under Verktyg › Matcha system.",
    ),
)
