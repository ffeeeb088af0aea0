"""`wegwijzer new`: a small tree that is right, with comments for who never wrote one."""

from __future__ import annotations

import json

TEMPLATE = """\
# yaml-language-server: $schema=../schema/tree.schema.json
# Een regel die met # begint, is een opmerking: de lezer ziet ze niet. Haal ze weg als je klaar bent.
# Een tekst met ‘: ’ of ‘ #’ erin zet je tussen dubbele aanhalingstekens.
title: {title}
summary: Schrijf hier in een of twee zinnen waarvoor deze keuzehulp dient.
sources: [redactie] # namen uit data/sources.yml; redactie betekent: dit schreven we zelf
review:
  owner: redactie # wie deze boom onderhoudt
  by: {review} # wanneer iemand hem opnieuw nakijkt
start: eerste-vraag # de naam van de vraag waar de lezer begint

questions:
  eerste-vraag: # een naam kies je zelf: kleine letters, cijfers en koppeltekens
    text: Welke toon heeft het bericht?
    short: Toon? # hoogstens vier woorden, voor het diagram
    help: Lees het bericht twee keer voor je kiest.
    answers:
      vriendelijk:
        text: Vriendelijk
        to: bedank # de vraag of actie die volgt
      boos:
        text: Boos
        to: luister

actions:
  bedank:
    title: Bedank de schrijver
    short: Bedank
    urgency: later # meteen, vandaag of later
    steps:
      - Bedank de schrijver in één zin.
    sources: [redactie]
  luister:
    title: Luister eerst
    short: Luister
    urgency: vandaag
    steps:
      - Zeg in je eigen woorden wat je begrepen hebt.
      - text: Vraag wat er precies misliep.
        who: moderator # wie het doet
    sources: [redactie]

# Voorbeelden: verzonnen berichten die tonen dat de boom klopt. Geef elke actie er minstens één.
cases:
  - title: Een compliment
    post: "Wat een mooi park! Dank je wel."
    answers:
      eerste-vraag: vriendelijk
    ends_in: bedank
    why: De schrijver is tevreden. Eén zin is genoeg.
  - title: Een klacht over het vuilnis
    post: "Weer niet opgehaald, het is elke week hetzelfde."
    answers:
      eerste-vraag: boos
    ends_in: luister
    why: Achter de boosheid zit een echt probleem.
"""


def new_tree(title: str, review: str) -> str:
    """The text of a new tree with this title, to be reviewed by that date."""
    return TEMPLATE.format(title=json.dumps(title, ensure_ascii=False), review=review)


def title_of(name: str) -> str:
    """A title made from an id: `boze-buur` → Boze buur."""
    return name.replace("-", " ").replace("_", " ").strip().capitalize()
