"""Words that a reader has to look up or that hurt, each with what to write instead and why.

A key is a word or a phrase in small letters; `*` stands for any ending. Add a word with its reason, never alone.
"""

from __future__ import annotations

from wegwijzer.language.lists import Advice

OFFICIAL = "Zo praat niemand aan de balie."
LONG = "Er is een korter woord."
VAGUE = "Zeg wat er echt gebeurt."
ENGLISH = "Niet iedereen kent het Engelse woord."
PERSON_FIRST = "Noem eerst de mens, dan pas wat die meemaakt."
OLD = "Het woord is verouderd en kwetst."
LABEL = "Het woord plakt een etiket op een hele groep."
DISASTER = "Mensen zijn geen natuurramp. Dit beeld maakt bang."


def _list(*groups: tuple[str, dict[str, str]]) -> dict[str, Advice]:
    return {word: Advice(instead, why) for why, entries in groups for word, instead in entries.items()}


JARGON = _list(
    (
        OFFICIAL,
        {
            "aangaande": "over",
            "alsmede": "en",
            "alvorens": "voor",
            "behoudens": "behalve",
            "betreffende": "over",
            "bij gebreke aan": "zonder",
            "conform": "volgens",
            "derhalve": "daarom",
            "desalniettemin": "toch",
            "desgevallend": "als het nodig is",
            "dewelke": "die",
            "dient te": "moet",
            "dienen te": "moeten",
            "doch": "maar",
            "eveneens": "ook",
            "gelieve": "wil je …?",
            "hetgeen": "wat",
            "hieromtrent": "hierover",
            "in acht nemen": "volgen",
            "in casu": "hier",
            "indien": "als",
            "ingevolge": "door",
            "inzake": "over",
            "jegens": "tegenover",
            "krachtens": "volgens",
            "met betrekking tot": "over",
            "met het oog op": "voor",
            "middels": "met",
            "naar aanleiding van": "na",
            "noodzakelijkerwijs": "altijd",
            "nopens": "over",
            "omtrent": "over",
            "onverwijld": "meteen",
            "op heden": "nu",
            "overeenkomstig": "volgens",
            "reeds": "al",
            "ten aanzien van": "voor",
            "ten behoeve van": "voor",
            "ten einde": "om",
            "ten gevolge van": "door",
            "ten opzichte van": "tegenover",
            "teneinde": "om",
            "tevens": "ook",
            "thans": "nu",
            "tot op heden": "tot nu",
            "trachten": "proberen",
            "voornoemde": "deze",
            "voorts": "verder",
            "wederom": "opnieuw",
            "zulks": "dat",
        },
    ),
    (
        LONG,
        {
            "aanvangen": "beginnen",
            "additionele": "extra",
            "bewerkstelligen": "zorgen voor",
            "frequent": "vaak",
            "gedurende": "tijdens",
            "in het kader van": "voor",
            "in staat zijn": "kunnen",
            "initiëren": "beginnen",
            "momenteel": "nu",
            "optimaliseren": "verbeteren",
            "ondanks het feit dat": "hoewel",
            "problematiek": "probleem",
            "realiseren": "maken",
            "situeert zich": "is",
            "substantieel": "groot",
            "tijdspanne": "tijd",
        },
    ),
    (
        VAGUE,
        {
            "actualiseren": "bijwerken",
            "adresseren": "aanpakken",
            "capaciteitsopbouw": "leren",
            "faciliteren": "helpen",
            "implementatie": "invoering",
            "implementeren": "invoeren",
            "inbedden": "vastleggen",
            "insteek": "idee",
            "integraal": "volledig",
            "methodiek": "manier",
            "proactief": "op tijd",
            "sensibilisering": "uitleg",
            "sensibiliseren": "uitleggen",
            "uitrollen": "invoeren",
            "verankeren": "vastleggen",
        },
    ),
    (
        ENGLISH,
        {
            "awareness": "besef",
            "backlash": "tegenreactie",
            "best practice*": "goed voorbeeld",
            "bottom-up": "van onderuit",
            "counterspeech": "tegenspraak",
            "deadline": "uiterste datum",
            "debunk*": "weerleggen",
            "disclaimer": "waarschuwing",
            "fact-check*": "de feiten nakijken",
            "factcheck*": "de feiten nakijken",
            "feedback": "reactie",
            "good practice*": "goed voorbeeld",
            "guideline*": "richtlijn",
            "hatespeech": "haatspraak",
            "hate speech": "haatspraak",
            "mindset": "houding",
            "prebunk*": "vooraf waarschuwen",
            "stakeholder*": "betrokkene",
            "statement": "standpunt",
            "tool*": "hulpmiddel",
            "top-down": "van bovenaf",
            "workflow": "werkwijze",
        },
    ),
)

STIGMA = _list(
    (
        OLD,
        {
            "allochto*": "mensen met een migratieachtergrond",
            "bejaarde*": "ouderen",
            "blanke*": "witte mensen",
            "gehandicapte*": "mensen met een handicap",
            "geestesziek*": "mensen met een psychische aandoening",
            "halfbloed*": "mensen met ouders uit twee landen",
            "inboorling*": "inwoners",
            "invalide*": "mensen met een handicap",
            "mongool*": "iemand met het syndroom van Down",
            "neger*": "zwarte mensen",
            "zigeuner*": "Roma",
        },
    ),
    (
        PERSON_FIRST,
        {
            "analfabe*": "mensen die niet kunnen lezen",
            "autist*": "mensen met autisme",
            "daklozen": "mensen zonder dak boven hun hoofd",
            "drugsverslaafde*": "mensen met een verslaving",
            "kansarme*": "mensen in armoede",
            "laaggeletterde*": "mensen die moeilijk lezen",
            "laagopgeleide*": "mensen met een korte opleiding",
            "lijdt aan": "heeft",
            "schizofreen": "iemand met schizofrenie",
            "verslaafde*": "mensen met een verslaving",
        },
    ),
    (
        LABEL,
        {
            "achterstandswijk*": "de naam van de wijk",
            "autochto*": "mensen zonder migratieachtergrond",
            "gelukszoeker*": "mensen die hier een beter leven zoeken",
            "illegalen": "mensen zonder wettig verblijf",
            "illegale migrant*": "mensen zonder wettig verblijf",
            "kansengroep*": "de groep die je bedoelt",
            "mensen van vreemde afkomst": "mensen met een migratieachtergrond",
            "probleemgezin*": "een gezin dat hulp nodig heeft",
            "probleemjongere*": "jongeren die hulp nodig hebben",
            "probleemwijk*": "de naam van de wijk",
            "profiteur*": "wat iemand doet, zonder oordeel",
            "relschopper*": "mensen die zich misdragen",
            "slachtofferrol": "wat iemand meemaakt",
            "transmigrant*": "mensen op doorreis",
            "zwakkeren": "mensen die steun nodig hebben",
        },
    ),
    (
        DISASTER,
        {
            "asielgolf": "meer mensen die bescherming vragen",
            "asielstroom": "mensen die bescherming vragen",
            "asieltsunami": "meer mensen die bescherming vragen",
            "migrantenstroom": "mensen die hierheen komen",
            "migratiegolf": "meer migratie",
            "migratiestroom": "migratie",
            "migratiestromen": "migratie",
            "overspoel*": "een getal",
            "toestroom": "het aantal mensen",
            "vluchtelingencrisis": "de opvang van vluchtelingen",
            "vluchtelingenstroom": "vluchtelingen",
            "vluchtelingenstromen": "vluchtelingen",
        },
    ),
)
