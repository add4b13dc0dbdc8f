"""The commands: name, arguments, help and where each is carried out. Loads none of them.

A new command is a function in a module of its group and an entry below.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from itadmin.cli.usage import Argument, argument, day

REGISTER = argument("register", metavar="REGISTER", told="Registrets namn, till exempel systems.")
FILE = argument("file", metavar="FIL", type=Path, told="Registerfilen.")
RECORD = argument("record", metavar="ID", told="Postens id, eller dess namn om bara en heter så.")
VALUES = argument(
    "values",
    metavar="FÄLT=VÄRDE",
    nargs="+",
    told="Fältets namn och vad det ska bli; tomt värde tömmer fältet.",
)
ON = argument("--on", metavar="DAG", type=day, told="Räkna det som beror på dagen som om det vore DAG.")
AS_OF = argument("--as-of", metavar="DAG", type=day, told="Läs uppgifterna som de var sparade när DAG var slut.")
_MODELS = (
    "BEFOLKNING",
    "LIKA",
    "FAST_RORLIG",
    "ANVANDARE",
    "ENHETER",
    "HISTORISK",
    "VIKTAD",
    "FAST_BELOPP",
    "DIREKT",
)
"""The models by which a cost is shared; the last two share none of what is left of it."""


@dataclass(frozen=True)
class Command:
    """One command. `function` is "module:function" in this package, called with arguments and context.

    `usage` is what is written after the name. The function returns the exit status.
    """

    summary: str
    usage: str
    function: str
    arguments: tuple[Argument, ...]


def _format(*formats: str) -> Argument:
    return argument("--format", choices=formats, told=f"Hur svaret skrivs: {', '.join(formats)}.")


def _several(flag: str, metavar: str, told: str) -> Argument:
    """An option that may be given any number of times."""
    return argument(flag, metavar=metavar, action="append", default=[], told=told)


def _where(told: str) -> Argument:
    return _several("--where", "FÄLT=VÄRDE", told)


_REGION = (
    argument("--region", metavar="NAMN", default="", told="Regionen, om det finns flera; annars den första."),
    argument("--area", metavar="OMRÅDE", default="", told="Bara system i området, till exempel Omsorg."),
    argument("--months", metavar="N", type=int, default=24, told="Avtal på väg ut inom så många månader; annars 24."),
)


COMMANDS: Mapping[str, Command] = {
    "demo": Command(
        "Gör övningsregionen: fem kommuners register och några dokument.",
        "MAPP",
        "demo:make_demo",
        (argument("directory", metavar="MAPP", type=Path, told="Mappen som allt läggs i."),),
    ),
    "new": Command(
        "Gör en ny registerfil.",
        "FIL --organisation KOD [--name NAMN] [--starter]",
        "files:new",
        (
            FILE,
            argument(
                "--organisation", metavar="KOD", required=True, told="Kommunkod eller organisationsnummer, som 1460."
            ),
            argument("--name", metavar="NAMN", default="", told="Organisationens namn, om programmet inte känner den."),
            argument(
                "--starter",
                action="store_true",
                told="Ta med de vanliga systemen som förslag; de räknas inte förrän någon bekräftar dem.",
            ),
        ),
    ),
    "list": Command(
        "Listar posterna i ett register.",
        "REGISTER FIL [--where FÄLT=VÄRDE]… [--on DAG] [--as-of DAG] [--all-owners] [--format table|csv|json]",
        "listing:list_records",
        (
            REGISTER,
            FILE,
            _where("Bara poster med värdet. Samma fält flera gånger: något av värdena. Olika fält: alla."),
            ON,
            AS_OF,
            argument("--all-owners", action="store_true", told="Ta med poster som andra har delat."),
            _format("table", "csv", "json"),
        ),
    ),
    "show": Command(
        "Visar en post eller dess historik, som JSON när svaret går till ett annat program.",
        "REGISTER FIL ID [--history] [--on DAG] [--as-of DAG] [--format text|json]",
        "showing:show_record",
        (
            REGISTER,
            FILE,
            RECORD,
            argument("--history", action="store_true", told="Visa i stället varje ändring, den senaste först."),
            ON,
            AS_OF,
            _format("text", "json"),
        ),
    ),
    "add": Command(
        "Lägger till en post och skriver dess id.",
        "REGISTER FIL FÄLT=VÄRDE…",
        "editing:add",
        (REGISTER, FILE, VALUES),
    ),
    "set": Command(
        "Ändrar fält i en post.",
        "REGISTER FIL ID FÄLT=VÄRDE…",
        "editing:change",
        (REGISTER, FILE, RECORD, VALUES),
    ),
    "delete": Command("Lägger en post i papperskorgen.", "REGISTER FIL ID", "editing:delete", (REGISTER, FILE, RECORD)),
    "undo": Command("Ångrar det senaste steget som inte redan är ångrat.", "FIL", "editing:undo", (FILE,)),
    "import": Command(
        "Läser in en tabell från Excel eller CSV, eller visar vad den skulle ändra.",
        "REGISTER FIL TABELL [--apply] [--format table|json]",
        "importing:import_table",
        (
            REGISTER,
            FILE,
            argument("table", metavar="TABELL", type=Path, told="Tabellen: en fil i formatet .xlsx eller .csv."),
            argument("--apply", action="store_true", told="Läs in; annars visas bara vad som skulle ändras."),
            _format("table", "json"),
        ),
    ),
    "export": Command(
        "Sparar ett registers poster i en fil för Excel eller ett annat program.",
        "REGISTER FIL UT [--on DAG] [--as-of DAG]",
        "exporting:export",
        (
            REGISTER,
            FILE,
            argument("out", metavar="UT", type=Path, told="Filen som skrivs: .xlsx, .csv eller .json."),
            ON,
            AS_OF,
        ),
    ),
    "share": Command(
        "Gör en delningsfil till grannar av det som en delningsprofil släpper ut.",
        "FIL --out DELNING [--profile PROFIL] [--password-file FIL]",
        "sharing:share",
        (
            FILE,
            argument("--out", metavar="DELNING", type=Path, required=True, told="Filen som det som delas skrivs i."),
            argument(
                "--profile",
                metavar="PROFIL",
                default="grannar",
                told="grannar (annars), grannar_utan_personer, itchefsgruppen eller namnet på en egen profil.",
            ),
            argument("--password-file", metavar="FIL", type=Path, told="Textfil med ett lösenord på första raden."),
        ),
    ),
    "receive": Command(
        "Tar emot filer som grannar har delat, eller visar vad de skulle ändra.",
        "FIL DELNING… [--apply] [--password-file FIL] [--trust FINGERAVTRYCK] [--format table|json]",
        "receiving:receive",
        (
            FILE,
            argument(
                "files", metavar="DELNING", type=Path, nargs="+", told="Delningsfilerna, i vilken ordning som helst."
            ),
            argument("--apply", action="store_true", told="Ta emot; annars visas bara vad som skulle ändras."),
            argument("--password-file", metavar="FIL", type=Path, told="Textfil med lösenordet på första raden."),
            argument(
                "--trust",
                metavar="FINGERAVTRYCK",
                default="",
                told="Godta en avsändares nya nyckel, när fingeravtrycket är jämfört per telefon.",
            ),
            _format("table", "json"),
        ),
    ),
    "attention": Command(
        "Visar arbetslistan Kräver åtgärd: vad som är fel eller snart ska göras, och av vem.",
        "FIL [--on DAG] [--format table|json]",
        "attention:attention",
        (FILE, ON, _format("table", "json")),
    ),
    "retention": Command(
        "Visar vad som ska gallras enligt kommunens egna gallringsfrister, eller tar bort det för gott.",
        "FIL [--apply] [--format table|json]",
        "retention:retention",
        (
            FILE,
            argument("--apply", action="store_true", told="Ta bort för gott; annars visas bara vad som ska bort."),
            _format("table", "json"),
        ),
    ),
    "training": Command(
        "Visar vilka system som har en utbildningsplan som gäller, eller gör planerna som saknas.",
        "FIL [--where FÄLT=VÄRDE]… [--missing] [--on DAG] [--format table|json|csv]  |  "
        "training FIL --make MALL [--where FÄLT=VÄRDE]… [--apply] [--format table|json]",
        "training:training",
        (
            FILE,
            _where("Bara system med värdet; samma regler som för list. Annars de verksamhetssystem som är i drift."),
            argument("--missing", action="store_true", told="Bara de system som inte har någon plan alls."),
            argument(
                "--make",
                metavar="MALL",
                told="Gör utkast från mallen åt system som saknar plan; kategori tar den som hör till systemets slag.",
            ),
            argument("--apply", action="store_true", told="Gör dem; annars visas bara vad som skulle göras."),
            ON,
            _format("table", "json", "csv"),
        ),
    ),
    "lacking": Command(
        "Visar vem som saknar vilken utbildning som krävs enligt de fastställda utbildningsplanerna.",
        "FIL [UT] [--system NAMN] [--audience MÅLGRUPP] [--municipality NAMN] [--on DAG] [--format table|json|csv]",
        "lacking:lacking",
        (
            FILE,
            argument("out", metavar="UT", type=Path, nargs="?", told="Filen som skrivs i stället: .xlsx eller .csv."),
            argument("--system", metavar="NAMN", default="", told="Bara det som gäller systemet; namn eller id."),
            argument("--audience", metavar="MÅLGRUPP", default="", told="Bara målgruppen, till exempel slutanvandare."),
            argument(
                "--municipality", metavar="NAMN", default="", told="Bara de som arbetar där; namn, kommunkod eller id."
            ),
            ON,
            _format("table", "json", "csv"),
        ),
    ),
    "document": Command(
        "Gör ett dokument som PDF, för underskrift eller som utkast.",
        "TYP FIL --record ID --out PDF [--draft | --store] [--on DAG] [--as-of DAG]  |  "
        "document TYP FIL [--where FÄLT=VÄRDE]… --out-dir MAPP|--out PDF [--draft] [--on DAG] [--as-of DAG]  |  "
        "document --list [--format table|json]",
        "documents:document",
        (
            argument("type", metavar="TYP", nargs="?", told="Dokumentets slag; --list visar dem som finns."),
            argument("file", metavar="FIL", nargs="?", type=Path, told="Registerfilen."),
            argument("--record", metavar="ID", told="Posten som dokumentet handlar om: id eller namn."),
            _where("Gör dokument av alla poster med värdet; samma regler som för list."),
            argument("--out", metavar="PDF", type=Path, told="Filen som dokumentet, eller alla, skrivs i."),
            argument("--out-dir", metavar="MAPP", type=Path, told="Mappen som flera dokument skrivs i, en fil var."),
            argument("--draft", action="store_true", told="Gör ett utkast även om uppgifter saknas."),
            argument("--store", action="store_true", told="Numrera också handlingen och lagra den i registret."),
            ON,
            AS_OF,
            argument("--list", action="store_true", dest="types", told="Lista i stället de dokument som finns."),
            _format("table", "json"),
        ),
    ),
    "audit-pack": Command(
        "Samlar det som en revisor frågar efter: system, avtal, brister och årets ändringar.",
        "FIL --out ZIP [--on DAG]",
        "audit:audit_pack",
        (
            FILE,
            argument("--out", metavar="ZIP", type=Path, required=True, told="Filen som paketet skrivs i."),
            ON,
        ),
    ),
    "signatures": Command(
        "Visar vilka som har skrivit under en PDF elektroniskt, och om den är oförändrad.",
        "PDF [--format text|json]",
        "signatures:show_signatures",
        (argument("pdf", metavar="PDF", type=Path, told="PDF-filen."), _format("text", "json")),
    ),
    "check": Command("Kontrollerar att en registerfil är hel.", "FIL", "files:check", (FILE,)),
    "backup": Command(
        "Tar en säkerhetskopia och kontrollerar den.",
        "FIL [--to MAPP]",
        "files:backup",
        (FILE, argument("--to", metavar="MAPP", type=Path, told="Mappen för kopian; annars en mapp bredvid filen.")),
    ),
    "restore": Command(
        "Sätter en säkerhetskopia i registerfilens ställe; den gamla filen sparas.",
        "FIL KOPIA",
        "files:restore",
        (FILE, argument("backup", metavar="KOPIA", type=Path, told="Säkerhetskopian.")),
    ),
    "allocate": Command(
        "Fördelar en kostnad mellan kommunerna, på öret.",
        "FIL --amount ÖRE --model MODELL [--participants KOD,…] [--fixed-share N] [--basis KOD=ANTAL]… "
        "[--fixed-amount KOD=ÖRE]… [--rest MODELL] [--key MODELL=VIKT]… [--on DAG] [--format table|json]",
        "allocating:allocate",
        (
            FILE,
            argument("--amount", metavar="ÖRE", type=int, required=True, told="Kostnaden i hela ören."),
            argument("--model", choices=_MODELS, required=True, told="Hur kostnaden fördelas."),
            argument(
                "--participants", metavar="KOD,…", default="", told="Kommunkoder; utelämnas: kommunerna i regionen."
            ),
            argument(
                "--fixed-share",
                metavar="N",
                type=int,
                default=20,
                told="Fast del i procent för FAST_RORLIG; annars 20.",
            ),
            _several("--basis", "KOD=ANTAL", "Tal för en kommun, till ANVANDARE, ENHETER och HISTORISK."),
            _several("--fixed-amount", "KOD=ÖRE", "Belopp för en kommun, till FAST_BELOPP och DIREKT."),
            argument(
                "--rest",
                choices=_MODELS[:7],
                default="BEFOLKNING",
                told="Hur resten fördelas vid FAST_BELOPP; annars BEFOLKNING.",
            ),
            _several("--key", "MODELL=VIKT", "En nyckel och dess vikt, till VIKTAD."),
            ON,
            _format("table", "json"),
        ),
    ),
    "matrix": Command(
        "Visar samverkansmatrisen: systemen med varje kommuns nivå, och vad som talar för att samverka mer.",
        "FIL [--region NAMN] [--area OMRÅDE] [--months N] [--on DAG] [--format table|json]",
        "samverkan:matrix",
        (FILE, *_REGION, ON, _format("table", "json")),
    ),
    "opportunities": Command(
        "Visar var det lönar sig att pröva samverkan, det som mest talar för först.",
        "FIL [--region NAMN] [--area OMRÅDE] [--months N] [--all] [--on DAG] [--format table|json]",
        "samverkan:opportunities",
        (
            FILE,
            *_REGION,
            argument("--all", action="store_true", told="Ta också med det som kommunen har lagt åt sidan."),
            ON,
            _format("table", "json"),
        ),
    ),
    "digest": Command(
        "Skriver en kontrollsumma av posternas innehåll, för att jämföra två filer.",
        "FIL [--owner KOD] [--profile PROFIL]",
        "digest:show_digest",
        (
            FILE,
            argument("--owner", metavar="KOD", told="Bara poster som den kommunen eller organisationen äger."),
            argument("--profile", metavar="PROFIL", told="Bara det som delningsprofilen släpper ut."),
        ),
    ),
    "self-test": Command(
        "Provar att programmet är helt: formulär, typsnitt, mallar, en fil och ett dokument.",
        "[--out MAPP]",
        "programs:self_test",
        (argument("--out", metavar="MAPP", type=Path, told="Mappen där provets fil och dokument sparas."),),
    ),
    "screenshots": Command(
        "Sparar bilder av programmets viktigaste sidor.",
        "MAPP FIL",
        "programs:screenshots",
        (argument("directory", metavar="MAPP", type=Path, told="Mappen som bilderna läggs i."), FILE),
    ),
}
