"""What may be wrong with an agreement beside its systems, the agreements it hangs together with, and the day.

How each is told stands with the queries of the storage, under the same key.
"""

from __future__ import annotations

from itadmin.domain.findings import Finding

FINDINGS = (
    Finding(
        "gallande_efter_avtalstid",
        "gällande fast avtalstiden har gått ut",
        "status",
        "Avtalet står som gällande, men avtalstiden har gått ut och förlängs inte. Förläng eller avsluta det.",
        grave=True,
    ),
    Finding(
        "driftavtal_utan_system",
        "driftavtal utan system",
        "systems",
        "Avtalet gäller drift men nämner inget system. Ange vilka system det omfattar.",
    ),
    Finding(
        "avvecklat_system",
        "gällande för avvecklat system",
        "systems",
        "Avtalet gäller fortfarande fast ett av systemen är avvecklat. Säg upp det eller ändra omfattningen.",
    ),
    Finding(
        "ring_i_avtalskedjan",
        "i ring i avtalskedjan",
        "main_agreement",
        "Avtalet hör till ett avtal som i sin tur hör till detta. Ändra vilket avtal det hör till.",
    ),
    Finding(
        "ring_av_ersatta",
        "ersätter i ring",
        "replaces",
        "Avtalet ersätter ett avtal som i sin tur ersätter detta. Ändra vilket avtal det ersätter.",
    ),
    Finding(
        "lovar_mindre_an_behov",
        "lovar mindre än systemet behöver",
        "",
        "Avtalet lovar mindre än ett av systemen behöver. Se Löfte mot behov och ändra avtalet eller kravet.",
    ),
    Finding(
        "tredje_land_utan_grund",
        "tredje land utan grund",
        "third_country_basis",
        "Personuppgifter förs över till tredje land utan angiven grund. Ange den, till exempel standardklausuler.",
        grave=True,
    ),
    Finding(
        "pub_utan_instruktion",
        "utan instruktion för personuppgifter",
        "processing_kinds",
        "Ändamål, slag av behandling, registrerade eller kategorier saknas i instruktionen. Fyll i det som är tomt.",
    ),
    Finding(
        "pub_utan_underbitraden",
        "underbiträden ej uppräknade",
        "subprocessors",
        "Systemet har underbiträden som avtalet inte räknar upp. Lägg in dem under Underbiträden.",
    ),
)
