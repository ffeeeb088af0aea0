"""Ten broken files, repaired by somebody who knows nothing but what the messages say."""

from __future__ import annotations

import re

import pytest

from helpers import problems

RIGHT = """\
title: Voorbeeld
start: toon
questions:
  toon:
    text: Welke toon heeft het bericht?
    answers:
      boos: {text: Boos, to: luister}
      blij: {text: Blij, to: dank}
actions:
  luister: {title: Luister, steps: [{text: Luister goed., within: 24h}]}
  dank: {title: Dank, urgency: later, steps: [Zeg dank je.]}
"""

BROKEN = {
    "een tikfout in een route": [("to: luister}", "to: luistr}")],
    "een Nederlandse sleutel": [("    text:", "    tekst:")],
    "een komma in een tekst": [("text: Boos, to", "text: Boos, en fel, to")],
    "een dubbele punt in een tekst": [("text: Welke toon", "text: Let op: welke toon")],
    "een woord dat YAML anders leest": [("text: Blij", "text: off")],
    "een tab": [("    text: Welke", "\ttext: Welke")],
    "geen titel": [("title: Voorbeeld\n", "")],
    "geen spatie": [("    text: Welke", "    text:Welke")],
    "een keuze die niet bestaat": [("urgency: later", "urgency: laters")],
    "drie fouten samen": [("to: dank}", "to: dnk}"), ("urgency", "urgentie"), ("steps: [Z", "stappen: [Z")],
}


def repaired(text, problem):
    """The text after doing what a message says, and nothing else."""
    lines = text.splitlines()
    line, hint = lines[problem.line - 1], problem.hint
    whole = re.search(r"‘([\w-]+): ([\"'].+[\"'])’", hint)
    meant, quoted = re.search(r"Bedoelde je ‘(.+?)’", hint), re.search(r'rond: (".+")', hint)
    missing, spaced = re.search(r"Voeg een regel ‘(\w+): …’", hint), re.search(r"Schrijf ‘(\w+): (.+)’", hint)
    if whole:
        line = re.sub(rf"{whole[1]}: .*?(?=, \w+: \w+\}}|\}}|$)", lambda _: f"{whole[1]}: {whole[2]}", line, count=1)
    elif meant:
        begin = problem.column - 1
        line = line[:begin] + re.sub(r"[\w-]+", meant[1], line[begin:], count=1)
    elif quoted:
        line = line.replace(quoted[1].strip('"'), quoted[1])
    elif missing:
        line = f"{missing[1]}: Iets\n{line}"
    elif spaced:
        line = re.sub(rf"{spaced[1]}:.*", f"{spaced[1]}: {spaced[2]}", line)
    elif "spaties" in hint:
        line = line.replace("\t", "    ")
    else:
        pytest.fail(f"this hint does not say what to do: {problem.message} → {hint}")
    lines[problem.line - 1] = line
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("slips", BROKEN.values(), ids=BROKEN)
def test_messages_alone_are_enough_to_repair(slips):
    """Doing what the first message says, again and again, ends in a file without errors."""
    text = RIGHT
    for right, wrong in slips:
        assert right in text
        text = text.replace(right, wrong, 1)
    for _ in range(2 * len(slips) + 1):
        found = [problem for problem in problems(text) if problem.level == "error"]
        if not found:
            return
        text = repaired(text, found[0])
    pytest.fail(f"still wrong: {found[0].message}\n{text}")


def test_the_right_file_is_right():
    """Before anything was broken there is nothing to say, not even advice."""
    assert [] == problems(RIGHT)
