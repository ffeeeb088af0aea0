"""Places of the content that tests can only name: what a reader sees on the start page, and what a word must find.

All other places are found by what they have: tests/landmarks.py. Whoever moves what stands here, changes it here.
"""

DOXING = [
    ("Een collega wordt aangevallen", "aangevallen", ["prive-gegevens"]),
    ("Iemand valt mij of een collega aan", "reactie", []),
    ("Iemand zet privégegevens online", "reactie", []),
    ("Een bedreiging, belaging of oproep tot geweld", "reactie", []),
    ("Een kind loopt misschien gevaar", "reactie", []),
    ("Iemand spreekt over zelfdoding", "reactie", []),
]
"""In danger: a link of the start page, the tree that it opens, and what is answered there until there is something to do."""
ANGRY = ("Een bedreiging, belaging of oproep tot geweld", "reactie")
"""The first situation of the start page, and the tree that it opens."""

# -- what a word finds -------------------------------------------------------------------------------------------------

WORDS = [
    ("haatspraak", "/gids/melden/"),
    ("trol", "/gids/reageren/"),
    ("gedragscode", "/gids/gedragscode/"),
    ("schermafdruk", "/keuzehulp/melden/"),
    ("doxing", "/keuzehulp/aangevallen/"),
    ("haatspraak?", "/gids/melden/"),
    ("moderators", "/gids/modereren/"),
    ("prive", "/gids/modereren/"),
    ("belgie", "/organisaties/"),
]
"""What people type, and a page that stands among the first ten."""
TYPED = [
    # danger
    ("politie", "noodkaart/"),
    ("politie", "keuzehulp/aangevallen/"),
    ("politie", "gids/melden/"),
    ("101", "noodkaart/"),
    ("zelfmoord", "noodkaart/"),
    ("doodsbedreiging", "keuzehulp/aangevallen/"),
    ("doodsbedreigingen", "keuzehulp/aangevallen/"),
    ("bedreigd", "keuzehulp/aangevallen/"),
    ("stalker", "keuzehulp/aangevallen/"),
    ("pesten", "keuzehulp/aangevallen/"),
    ("cyberpesten", "gids/welzijn/"),
    ("naaktfoto", "keuzehulp/aangevallen/"),
    ("naaktfoto", "gids/melden/"),
    ("wraakporno", "gids/melden/"),
    ("deepfake", "keuzehulp/aangevallen/"),
    ("nepaccount", "keuzehulp/aangevallen/"),
    ("privacy", "gids/modereren/"),
    ("doxing", "gids/modereren/"),
    ("adres gelekt", "gids/modereren/"),
    ("burgemeester", "keuzehulp/aangevallen/"),
    ("burgemeester", "gids/team/"),
    # a message
    ("asielcentrum", "keuzehulp/reactie/"),
    ("asielcentrum", "frames/controle/"),
    ("opvangcentrum", "keuzehulp/reactie/"),
    ("fake news", "keuzehulp/reactie/"),
    ("fake news", "keuzehulp/drie-r/"),
    ("nepnieuws", "gids/reageren/"),
    ("hoax", "keuzehulp/drie-r/"),
    ("complot", "keuzehulp/drie-r/"),
    ("moslim", "frames/botsende-beschavingen/"),
    ("moslim", "keuzehulp/reactie/"),
    ("moslims", "keuzehulp/reactie/"),
    ("islam", "frames/botsende-beschavingen/"),
    ("racist", "keuzehulp/reactie/"),
    ("racist", "gids/modereren/"),
    ("racisme", "gids/modereren/"),
    ("scheldwoord", "keuzehulp/reactie/"),
    ("scheldwoord", "gids/reageren/"),
    ("troll", "keuzehulp/trol/"),
    ("trollen", "keuzehulp/trol/"),
    ("hater", "keuzehulp/trol/"),
    ("spam", "gids/modereren/"),
    ("bannen", "gids/modereren/"),
    ("blokkeren", "gids/modereren/"),
    ("censuur", "gids/gedragscode/"),
    ("klachten", "gids/reageren/"),
    ("facebookgroep", "keuzehulp/externe-kanalen/"),
    ("whatsapp", "gids/externe-kanalen/"),
    ("aangifte", "keuzehulp/melden/"),
    ("screenshot", "keuzehulp/melden/"),
    ("vluchtelingen", "frames/"),
    ("uitkering", "frames/kosten-en-baten/"),
    ("omvolking", "frames/vijandige-indringer/"),
    # before and after
    ("huisregels", "keuzehulp/gedragscode/"),
    ("netiquette", "gids/gedragscode/"),
    ("social media", "gids/socialemediabeleid/"),
    ("affiche", "keuzehulp/campagne/"),
    ("buurtfeest", "keuzehulp/ontmoeting/"),
    ("burenruzie", "keuzehulp/polarisatie/"),
    ("actiegroep", "keuzehulp/signalen/"),
    ("boze burger", "keuzehulp/gesprek/"),
    ("woordvoerder", "keuzehulp/afspraken/"),
    ("frans", "gids/nieuwkomers/"),
    ("tolk", "gids/nieuwkomers/"),
    ("cursus", "gids/vorming/"),
    ("stille meerderheid", "basis/beweegbare-midden/"),
    ("filterbubbel", "basis/internet/"),
    ("stress", "gids/welzijn/"),
]
"""What people type in words that are not ours, and a page that stands among the first five."""
BEFORE = [
    ("burgemeester", "gids/team/", "over/"),
    ("privacy", "gids/modereren/", "over/privacy/"),
    ("pesten", "gids/welzijn/", "frames/"),
    ("politie", "gids/melden/", "frames/"),
]
"""What people type, a page for them, and one (or a folder) that is not what they look for and comes later or not at all."""
FORMS = [
    ("moderators", "moderator", "gids/modereren/"),
    ("trollen", "trol", "gids/reageren/"),
    ("gemeenten", "gemeente", "keuzehulp/afspraken/"),
    ("gedragscodes", "gedragscode", "keuzehulp/gedragscode/"),
    ("campagnes", "campagne", "keuzehulp/campagne/"),
    ("risico's", "risico", "drie-r/onderzoek-en-risico/"),
    ("risicos", "risico", "drie-r/onderzoek-en-risico/"),
    ("waarden", "waarde", "basis/waarden/"),
    ("frames", "frame", "frames/"),
    ("brieven", "brief", "gids/campagnes/"),
    ("huizen", "huis", "keuzehulp/berichtcheck/"),
    ("scholen", "school", "keuzehulp/campagne/"),
    ("kanalen", "kanaal", "gids/communiceren/"),
    ("conflicten", "conflict", "keuzehulp/polarisatie/"),
    ("gesprekken", "gesprek", "keuzehulp/gesprek/"),
    ("meldingen", "melding", "keuzehulp/melden/"),
    ("collega's", "collega", "keuzehulp/aangevallen/"),
    ("dreigementen", "dreigement", "keuzehulp/reactie/"),
    ("ontmoetingen", "ontmoeting", "keuzehulp/ontmoeting/"),
    ("boetes", "boete", "keuzehulp/berichtcheck/"),
    ("visies", "visie", "keuzehulp/visie/"),
    ("organisaties", "organisatie", "organisaties/"),
]
"""A form of a word, another form, and a page that both find among the first ten."""
EXACT = [("waarden", "basis/waarden/"), ("melden", "/melden/"), ("rollen", "drie-r/rollen/"), ("visie", "visie/")]
"""A word, and the page of that very word, which stays first although others have the same stem."""
