"""The pages of the codes that reading a file can give: what is wrong, with wrong and right YAML.

They are written like the docstring of a rule; `wegwijzer.check.pages` shows both together. An example that no YAML block can
show (an encoding, a file that is too large) is told in words.
"""

from __future__ import annotations

TREE = """```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren:
    title: Luister
    {}
```"""


def _page(text: str, wrong: str = "", right: str = "") -> str:
    examples = f"\n\nFout:\n\n{TREE.format(wrong)}\n\nGoed:\n\n{TREE.format(right)}" if wrong else ""
    return text.strip() + examples + "\n"


READING = {
    "W001": _page(
        """Dit bestand is niet te lezen als tekst.

Een bestand is gewone tekst in UTF-8, van hoogstens 20 MB en een miljoen waarden. Bewaarde je editor het anders
(UTF-16, Windows-1252), kies dan ‘Opslaan als’ en als codering ‘UTF-8’. Een document van Word of een pdf kan hier niet:
kopieer de tekst naar een gewoon tekstbestand dat eindigt op `.yml`."""
    ),
    "W002": _page(
        """Hier klopt de YAML niet: de controle kan deze regel niet lezen.

De rest van het bestand kan ze dan ook niet nakijken. Dit zijn de gewone oorzaken:

- een dubbele punt met een spatie erachter in een tekst;
- een tekst die begint met een teken als `"`, `[`, `*`, `@` of `%`;
- een aanhalingsteken of haakje dat openblijft;
- een onzichtbaar teken, of een letter van een ander schrift die op een gewone lijkt;
- een `\\` tussen dubbele aanhalingstekens: schrijf `'C:\\map'`;
- twee versies die git niet kon samenvoegen;
- een tab, of een regel die dieper inspringt dan zijn buren;
- geen spatie na de dubbele punt.

Zet een tekst bij twijfel tussen dubbele aanhalingstekens.""",
        "steps: [{text: Let op: dit is dringend.}]",
        'steps: [{text: "Let op: dit is dringend."}]',
    ),
    "W003": _page(
        """YAML leest maar een deel van deze tekst.

Tussen accolades of vierkante haken knipt een komma de tekst in twee. Een dubbele punt met een spatie erachter maakt van
het begin een sleutel. En ` #` maakt van het einde een opmerking. Zet de hele tekst tussen dubbele aanhalingstekens.""",
        "steps: [{text: Luister, en vat samen, who: moderator}]",
        'steps: [{text: "Luister, en vat samen", who: moderator}]',
    ),
    "W004": _page(
        """Deze sleutel staat twee keer in hetzelfde blok.

De controle leest alleen de eerste. Haal er één weg, of geef een vraag of actie een andere naam.""",
        "steps: [Luister goed.]\n    steps: [Vat samen.]",
        "steps: [Luister goed., Vat samen.]",
    ),
    "W005": _page(
        """Een anker, een verwijzing of een tag staat in dit bestand.

YAML kent `&naam`, `*naam` en `!naam`. Ze maken een bestand moeilijk te lezen, en met verwijzingen naar verwijzingen groeit
een klein bestand tot gigabytes. Hier kunnen ze dus niet. Schrijf de tekst voluit, of maak een standaardstap. Begint je
tekst met een van die tekens? Zet hem tussen aanhalingstekens.""",
        "steps: [*stap]",
        'steps: ["*Luister* goed."]',
    ),
    "W006": _page(
        """Deze sleutel bestaat niet op deze plaats.

Meestal is het een tikfout of een Nederlands woord. De controle noemt de sleutel die erop lijkt. Alle sleutels staan op
de pagina ‘Alle sleutels’.""",
        "stappen: [Luister goed.]\n    steps: [Vat samen.]",
        "steps: [Luister goed., Vat samen.]",
    ),
    "W007": _page(
        """Hier hoort een ander soort waarde.

Een lijst krijgt streepjes (`- `) of vierkante haken. Een blok krijgt sleutels, elk op een eigen regel, twee spaties verder.
Een keuze kent enkel bepaalde woorden.""",
        "urgency: snel\n    steps: [Luister goed.]",
        "urgency: vandaag\n    steps: [Luister goed.]",
    ),
    "W008": _page(
        """Er ontbreekt een sleutel die er moet staan.

Een boom heeft een `title` en een `start`. Een actie heeft een `title`. Voeg de regel toe.""",
        "steps: [Luister goed.]\n  danken: {steps: [Zeg dank je.]}",
        "steps: [Luister goed.]\n    to: danken\n  danken: {title: Dank, steps: [Zeg dank je.]}",
    ),
    "W009": _page(
        """Een sleutel staat er zonder inhoud.

Vul iets in, of haal de hele regel weg. Begint je tekst met `#`? Zet hem tussen aanhalingstekens.""",
        "help:\n    steps: [Luister goed.]",
        "help: Luisteren kalmeert.\n    steps: [Luister goed.]",
    ),
    "W010": _page(
        """YAML leest deze tekst als iets anders: ja of nee, een getal, een datum of niets.

`yes`, `no`, `on` en `off` betekenen in YAML waar of onwaar. `2024` is een getal, `12:30` ook. Zet er aanhalingstekens rond.""",
        "help: 2024\n    steps: [Luister goed.]",
        'help: "2024"\n    steps: [Luister goed.]',
    ),
    "W011": _page(
        """Deze naam, verwijzing, datum of termijn heeft een verkeerde vorm.

Een naam heeft kleine letters, cijfers en koppeltekens: `boze-reactie`. Een datum is `2027-11-01`, een termijn `30m`, `24h` of
`2d`. Een adres begint met https://, http://, mailto: of /.""",
        "steps: [{text: Luister goed., within: 2 dagen}]",
        "steps: [{text: Luister goed., within: 2d}]",
    ),
    "W012": _page(
        """Deze tekst, of een woord erin, is te lang om te tonen.

Een tekst van meer dan 5000 tekens leest niemand: knip hem in stappen, of zet hem als alinea's in een `document`. Een titel,
een naam of een vraag past tot 220 tekens op een dia, een antwoord tot 600, een `short` tot 80. Een woord heeft hoogstens
80 letters en een adres hoogstens 250 tekens: langer past op geen regel."""
    ),
    "W013": _page(
        """Dit bestand hoort niet in data/.

De map data/ kent een vaste lijst van bestanden. Een boom hoort in trees/. Kijk of de naam juist gespeld is."""
    ),
    "W014": _page(
        """De naam van dit bestand kan niet.

De naam van een bestand komt in adressen, in andere bestanden en op de schijf van wie meewerkt. Gebruik kleine letters,
cijfers en koppeltekens: `boze-reactie.yml`. Een pagina in docs/ eindigt op `.md`, al de rest op `.yml` of `.yaml`.

Twee bestanden hebben nooit dezelfde naam: ook niet in twee mappen onder trees/, met een andere uitgang, of met alleen
andere hoofdletters. Windows weigert namen zoals `con` en `aux`."""
    ),
    "W015": _page(
        """Deze tekst heeft meer regels, maar op deze plaats staat alles achter elkaar.

Met `|` houdt YAML de regels van een tekst. Dat kan in de `text` van een stap of van een alinea in een `document`, in een
`reply` en in een `post`. Elders staat een tekst in één stuk. Schrijf dan `>`, zonder lege regel ertussen. Of maak er meer
stappen, punten of alinea's van.""",
        "help: |\n      Luister.\n      Vat samen.\n    steps: [Luister goed.]",
        "help: >\n      Luister.\n      Vat samen.\n    steps: [Luister goed.]",
    ),
    "W016": _page(
        """Deze instelling in wegwijzer.toml kan niet.

Een instelling staat onder de code van haar regel. `level` is `"error"`, `"warning"`, `"advice"` of `"off"`. De andere namen
zijn de grenzen van die regel: `wegwijzer explain W501` noemt ze. Een fout blijft een fout, en een regel over veiligheid (W4)
kan niet lager of uit: daar rekenen de bouw en de lezer op. Strenger mag altijd.

```toml
[rules.W501]
level = "warning"
most = 20
```"""
    ),
}
