"""Places of the content that tests can only name: what a reader sees on the start page, and what a word must find.

All other places are found by what they have: tests/landmarks.py. Whoever moves what stands here, changes it here.
"""

DOXING = [
    ("Iemand dreigt, of valt mij of een collega aan", "aangevallen", ["prive-gegevens"]),
    ("Iemand zet privégegevens online", "reactie", ["gegevens"]),
]
"""In danger: a link of the start page, the tree that it opens, and what is answered there until there is something to do."""
ANGRY = ("Er staat een boze of vreemde reactie", "reactie")
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
EXACT = [("waarden", "basis/waarden/"), ("melden", "gids/melden/"), ("rollen", "drie-r/rollen/"), ("visie", "visie/")]
"""A word, and the page of that very word, which stays first although others have the same stem."""
