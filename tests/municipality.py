"""A small project with choices, and the file of a municipality that made them."""

from __future__ import annotations

from wegwijzer.compile.choices import local_choices, meaning
from wegwijzer.testing import load, places, problems

POLICY = """\
title: Onze keuzes
start: zicht
questions:
  zicht:
    text: Verberg je een kwetsend bericht?
    default: verbergen
    answers:
      verbergen: {text: Verbergen, argument: Anderen zien het niet.}
      laten-staan: {text: Laten staan, argument: Het gesprek blijft open.}
      nog-niet-beslist: {text: Nog niet beslist}
    to: termijn
  termijn:
    text: Binnen hoeveel uur antwoorden jullie?
    fill: {kind: number, max: 3, unit: uur}
    default: "24"
    to: kanalen
  kanalen:
    text: Welke kanalen gebruiken jullie?
    choose: many
    default: facebook
    answers:
      facebook: {text: Facebook, argument: Veel inwoners.}
      instagram: {text: Instagram, argument: Jongeren.}
      geen: {text: Geen, argument: Minder werk., exclusive: true}
    to: klaar
actions:
  klaar: {title: Onze afspraken, steps: [{text: Bespreek ze in het team.}]}
"""
TREE = """\
title: Voorbeeld
uses: [keuzes]
start: zicht
questions:
  zicht:
    policy: keuzes.zicht
    ask: never
    answers:
      verbergen: {to: verberg}
      laten-staan: {to: luister}
actions:
  verberg: {title: Verberg, steps: [{text: Verberg het bericht.}]}
  luister: {title: Luister, steps: [{text: "Antwoord binnen $keuzes.termijn uur via $keuzes.kanalen."}]}
"""
PROJECT = {"trees/keuzes.yml": POLICY, "trees/boom.yml": TREE}
HEAD = """\
name: Voorbeeldegem
publisher: {name: Gemeente Voorbeeldegem, address: Voorbeeldplein 1, email: info@voorbeeldegem.example}
accessibility: {email: web@voorbeeldegem.example}
"""
NOW = {name: meaning(question) for name, question in local_choices(load(PROJECT).library).items()}


def told(local, **more):
    """The places and codes of what is wrong with a file."""
    return places(problems({**PROJECT, "local.yml": local, **more}))


def choices(*lines):
    return HEAD + "choices:\n" + "\n".join(lines) + "\n"


def decided(name, answer, who="het managementteam"):
    return f"  {name}: {{answer: {answer}, who: {who}, when: 2026-11-30, as: {NOW[name]}}}"
