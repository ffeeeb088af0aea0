"""Faults made on purpose in the project's own trees: what was done, what must be found, and near which line.

Every maker takes the lines of a file and a dice, and returns the mutated lines with the expected codes and the line
of the fault (from 1), or None when the file holds nothing to break in that way. `near` is how far off the reported
line may be: 0 where the place is exact, more where a parser only stumbles later.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """Bytes of a mutated file; one of `codes` must be reported within `near` lines of `line`."""

    content: bytes
    line: int
    codes: frozenset[str]
    near: int = 0


Maker = Callable[[list[str], random.Random], Fault | None]
MAKERS: dict[str, Maker] = {}
SYNTAX = {"W002", "W003", "W005"}


def maker(function: Maker) -> Maker:
    MAKERS[function.__name__] = function
    return function


def pick(lines: list[str], dice: random.Random, pattern: str, *, after: str = "", before: str = "") -> int | None:
    """The index of a random line that matches, inside the part of the file between two top-level keys."""
    begin = next((n for n, line in enumerate(lines) if line.startswith(after)), 0) if after else 0
    end = next((n for n, line in enumerate(lines) if before and line.startswith(before)), len(lines))
    found = [n for n in range(begin, end) if re.search(pattern, lines[n])]
    return dice.choice(found) if found else None


def fault(lines: list[str], line: int, *codes: str, near: int = 0) -> Fault:
    return Fault("".join(lines).encode(), line + 1, frozenset(codes), near)


def replaced(lines: list[str], at: int, *new: str) -> list[str]:
    return [*lines[:at], *new, *lines[at + 1 :]]


# -- references ------------------------------------------------------------------------------------------------


@maker
def route_to_nowhere(lines, dice):
    at = pick(lines, dice, r"^ +(?:- )?to: [\w-]+$", before="cases:")
    return at and fault(replaced(lines, at, re.sub(r"to: .*", "to: bestaat-nergens", lines[at])), at, "W101")


@maker
def route_with_a_slip(lines, dice):
    at = pick(lines, dice, r"^ +(?:- )?to: [\w-]{6,}$", before="cases:")
    return at and fault(replaced(lines, at, lines[at].rstrip("\n")[:-1] + "\n"), at, "W101", "W011")


@maker
def start_at_nowhere(lines, dice):  # noqa: ARG001 - every maker takes a dice
    at = pick(lines, random.Random(0), r"^start: [\w-]+$")  # noqa: S311 - no secret
    return at and fault(replaced(lines, at, "start: hier-begint-niets\n"), at, "W101")


@maker
def unknown_source(lines, dice):
    at = pick(lines, dice, r"sources: \[[^\]]+\]$")
    return at and fault(replaced(lines, at, re.sub(r"\[[^\]]+\]", "[onbestaand-boek]", lines[at])), at, "W104")


@maker
def unknown_standard_task(lines, dice):
    at = pick(lines, dice, r"^ +- use: ")
    return at and fault(replaced(lines, at, re.sub(r"use: .*", "use: doe-maar-wat", lines[at])), at, "W106")


@maker
def unknown_contact(lines, dice):
    at = pick(lines, dice, r"^ +contacts: \[")
    return at and fault(replaced(lines, at, re.sub(r"\[.*", "[oom-jan]", lines[at])), at, "W105")


@maker
def unknown_tree(lines, dice):
    at = pick(lines, dice, r"^ +see: \[")
    return at and fault(replaced(lines, at, re.sub(r"\[.*", "[geen-boom]", lines[at])), at, "W107")


@maker
def unknown_placeholder(lines, dice):
    at = pick(lines, dice, r"^      - text: [^\"'>|].*\.$", after="actions:", before="cases:")
    return at and fault(replaced(lines, at, lines[at].rstrip("\n")[:-1] + " $onbekendeplaats\n"), at, "W108")


@maker
def unknown_fact(lines, dice):
    at = pick(lines, dice, r"^      - text: [^\"'>|].*\.$", after="actions:", before="cases:")
    if at is None:
        return None
    end = next((n for n in range(at + 1, len(lines)) if not lines[n].startswith("        ")), len(lines))
    if any(line.startswith("        when:") for line in lines[at:end]):
        return None
    added = "        when: {all: [vraag-die-niet-bestaat.ja]}\n"
    return at and fault([*lines[: at + 1], added, *lines[at + 1 :]], at + 1, "W102")


# -- structure -------------------------------------------------------------------------------------------------


@maker
def name_used_twice(lines, dice):
    at = pick(lines, dice, r"^  [\w-]+:$", after="actions:", before="cases:")
    if at is None:
        return None
    body = [lines[at], "    title: Nog eens\n", "    steps: [Doe het.]\n"]
    end = next((n for n in range(at + 1, len(lines)) if re.match(r" {0,2}\S", lines[n])), len(lines))
    return fault([*lines[:end], *body, *lines[end:]], end, "W004")


@maker
def question_named_like_an_action(lines, dice):
    at = pick(lines, dice, r"^  [\w-]+:$", after="actions:", before="cases:")
    top = next((n for n, line in enumerate(lines) if line.startswith("questions:")), None)
    if at is None or top is None:
        return None
    body = [
        lines[at],
        "    text: Wat nu?\n",
        "    answers: {een: {text: Eén}, twee: {text: Twee}}\n",
        f"    to: {lines[at].strip()[:-1]}\n",
    ]
    return fault([*lines[: top + 1], *body, *lines[top + 1 :]], at + len(body), "W100")


@maker
def orphan_question(lines, dice):
    top = next((n for n, line in enumerate(lines) if line.startswith("questions:")), None)
    goal = pick(lines, dice, r"^  [\w-]+:$", after="actions:", before="cases:")
    if top is None or goal is None:
        return None
    body = [
        "  wees-vraag:\n",
        "    text: Wie vraagt dit?\n",
        "    short: Wie?\n",
        "    answers: {een: {text: Ik}, twee: {text: Jij}}\n",
        f"    to: {lines[goal].strip()[:-1]}\n",
    ]
    return fault([*lines[: top + 1], *body, *lines[top + 1 :]], top + 1, "W202", "W110")


@maker
def orphan_ring(lines, dice):  # noqa: ARG001
    top = next((n for n, line in enumerate(lines) if line.startswith("actions:")), None)
    if top is None:
        return None
    body = [
        f"  ring-{n}: {{title: Rond {n}, short: Rond, steps: [Ga rond.], sources: [redactie], to: ring-{1 - n}}}\n"
        for n in (0, 1)
    ]
    return fault([*lines[: top + 1], *body, *lines[top + 1 :]], top + 1, "W205")


@maker
def loop_without_exit(lines, dice):
    at = pick(lines, dice, r"^start: [\w-]+$")
    top = next((n for n, line in enumerate(lines) if line.startswith("actions:")), None)
    if at is None or top is None:
        return None
    body = [
        f"  lus-{n}: {{title: Rond {n}, short: Rond, steps: [Ga rond.], sources: [redactie], to: lus-{1 - n}}}\n"
        for n in (0, 1)
    ]
    led = replaced(lines, at, "start: lus-0\n")
    return fault([*led[: top + 1], *body, *led[top + 1 :]], top + 1, "W206")


@maker
def action_without_steps(lines, dice):
    at = pick(lines, dice, r"^    steps:$", after="actions:", before="cases:")
    if at is None:
        return None
    end = next((n for n in range(at + 1, len(lines)) if re.match(r" {0,4}\S", lines[n])), len(lines))
    name = next(n for n in range(at, 0, -1) if re.match(r"  [\w-]+:", lines[n]))
    inside = range(name, next((n for n in range(name + 1, len(lines)) if re.match(r" {0,2}\S", lines[n])), len(lines)))
    if any(lines[n].startswith("    document:") for n in inside):
        return None
    return fault([*lines[:at], *lines[end:]], name, "W207")


@maker
def removed_action(lines, dice):
    at = pick(lines, dice, r"^  [\w-]+:$", after="actions:", before="cases:")
    if at is None:
        return None
    end = next((n for n in range(at + 1, len(lines)) if re.match(r" {0,2}\S", lines[n])), len(lines))
    name = lines[at].strip()[:-1]
    rest = [*lines[:at], *lines[end:]]
    used = next((n for n, line in enumerate(rest) if re.search(rf"(?:to|start): {re.escape(name)}$", line)), None)
    return fault(rest, used, "W101") if used is not None else None


@maker
def case_that_ends_elsewhere(lines, dice):
    at = pick(lines, dice, r"^ +ends_in: ", after="cases:")
    return at and fault(
        replaced(lines, at, re.sub(r"ends_in: .*", "ends_in: heel-ergens-anders", lines[at])), at, "W301"
    )


@maker
def answer_told_twice(lines, dice):
    places = [
        n
        for n in range(len(lines) - 4)
        if re.match(r"        text: \w", lines[n])
        and (m := next((k for k in range(n + 1, n + 5) if re.match(r"        text: \w", lines[k])), None))
        and all(re.match(r" {6,}", lines[k]) for k in range(n, m))
    ]
    if not places:
        return None
    at = dice.choice(places)
    second = next(k for k in range(at + 1, at + 5) if re.match(r"        text: \w", lines[k]))
    return fault(replaced(lines, second, lines[at]), second, "W210")


# -- shape -----------------------------------------------------------------------------------------------------


@maker
def key_with_a_slip(lines, dice):
    at = pick(lines, dice, r"^ +(?:text|short|title|answers|steps|help): ?")
    slip = {"text": "tekst", "short": "shrot", "title": "titel", "answers": "anwsers", "steps": "stpes", "help": "hlep"}
    if at is None:
        return None
    new = re.sub(r"(text|short|title|answers|steps|help):", lambda found: slip[found[1]] + ":", lines[at], count=1)
    return fault(replaced(lines, at, new), at, "W006")


@maker
def text_without_words(lines, dice):
    at = pick(lines, dice, r"^ +(?:text|title|short): [^>|]", before="cases:")
    return at and fault(replaced(lines, at, re.sub(r": .*", ":", lines[at])), at, "W009", "W007", near=1)


@maker
def word_that_yaml_reads_otherwise(lines, dice):
    at = pick(lines, dice, r"^ +(?:text|title|short): [^>|\"']")
    word = dice.choice(["yes", "off", "2024", "12:30", "2024-01-01", "1.5", "0x1F", "true"])
    return at and fault(replaced(lines, at, re.sub(r": .*", f": {word}", lines[at])), at, "W010")


@maker
def list_where_text_belongs(lines, dice):
    at = pick(lines, dice, r"^ +(?:text|title|short): [^>|\"']", before="cases:")
    return at and fault(replaced(lines, at, re.sub(r": .*", ": [een, twee]", lines[at])), at, "W007")


@maker
def block_where_list_belongs(lines, dice):
    at = pick(lines, dice, r"sources: \[[^\]]+\]$")
    return at and fault(replaced(lines, at, re.sub(r"\[[^\]]+\]", "{bron: gids}", lines[at])), at, "W007")


@maker
def term_in_words(lines, dice):
    at = pick(lines, dice, r"^ +within: ")
    return at and fault(replaced(lines, at, re.sub(r": .*", ": twee dagen", lines[at])), at, "W011")


@maker
def missing_title(lines, dice):
    at = pick(lines, dice, r"^    title: \w", after="actions:", before="cases:")
    return at and fault([*lines[:at], *lines[at + 1 :]], at - 1, "W008", near=1)


@maker
def html_in_a_text(lines, dice):
    at = pick(lines, dice, r"^ +(?:text|title): [^>|\"'].*$", before="cases:")
    return at and fault(replaced(lines, at, lines[at].rstrip("\n") + " <b>nu</b>\n"), at, "W402")


@maker
def link_that_harms(lines, dice):
    at = pick(lines, dice, r"^ +(?:text|title): [^>|\"'].*$", before="cases:")
    return at and fault(replaced(lines, at, lines[at].rstrip("\n") + " [nu](javascript:alert)\n"), at, "W401")


@maker
def endless_text(lines, dice):
    at = pick(lines, dice, r"^ +(?:text|title): [^>|\"'].*$", before="cases:")
    return at and fault(replaced(lines, at, lines[at].rstrip("\n") + " en nog wat" * 500 + "\n"), at, "W012")


# -- YAML ------------------------------------------------------------------------------------------------------


@maker
def colon_in_a_text(lines, dice):
    at = pick(lines, dice, r"^ +(?:text|title|short): [^>|\"'].*$")
    return at and fault(replaced(lines, at, re.sub(r": ", ": Let op: ", lines[at], count=1)), at, *SYNTAX)


@maker
def tab_for_spaces(lines, dice):
    at = pick(lines, dice, r"^    (?:text|title|short|answers|steps):")
    return at and fault(replaced(lines, at, "\t" + lines[at].lstrip()), at, *SYNTAX, near=1)


@maker
def one_space_too_few(lines, dice):
    at = pick(lines, dice, r"^    (?:text|title): \w")
    return at and fault(replaced(lines, at, lines[at][1:]), at, *SYNTAX, near=1)


@maker
def quote_that_stays_open(lines, dice):
    at = pick(lines, dice, r"^ +(?:text|title): \w[^\"']*$")
    return at and fault(replaced(lines, at, re.sub(r": ", ': "', lines[at], count=1)), at, *SYNTAX, near=400)


@maker
def bracket_that_stays_open(lines, dice):
    at = pick(lines, dice, r"sources: \[[^\]]+\]$")
    return at and fault(replaced(lines, at, lines[at].replace("]", "")), at, *SYNTAX, near=2)


@maker
def missing_space(lines, dice):
    at = pick(lines, dice, r"^    (?:text|title|short): \w[^:]*$")
    return at and fault(replaced(lines, at, lines[at].replace(": ", ":", 1)), at, *SYNTAX, near=1)


@maker
def text_that_starts_with_a_sign(lines, dice):
    at = pick(lines, dice, r"^ +(?:text|title): [A-Z][^\"':#]*$")
    sign = dice.choice(["@", "%", "`", "*", "&", "!"])
    return at and fault(replaced(lines, at, re.sub(r": ", f": {sign}", lines[at], count=1)), at, *SYNTAX, "W009")


@maker
def second_document(lines, dice):
    at = pick(lines, dice, r"^(?:questions|actions|cases):")
    return at and fault([*lines[:at], "---\n", *lines[at:]], at, *SYNTAX)


@maker
def doubled_key(lines, dice):
    at = pick(lines, dice, r"^    (?:text|title|short): [^>|]")
    return at and fault([*lines[: at + 1], lines[at], *lines[at + 1 :]], at + 1, "W004")


@maker
def anchor_and_alias(lines, dice):
    at = pick(lines, dice, r"sources: \[[^\]]+\]$")
    return at and fault(replaced(lines, at, lines[at].replace("[", "&bron [")), at, "W005")


@maker
def bomb_of_aliases(lines, dice):
    at = pick(lines, dice, r"^(?:questions|actions):")
    levels = [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 12)]
    return at and fault([*lines[:at], "l0: &l0 [lol, lol]\n", *levels, *lines[at:]], at, "W005", "W006")


@maker
def odd_sign(lines, dice):
    at = pick(lines, dice, r"^ +(?:text|title): \w")
    sign = dice.choice(["\0", "\x07", "\x1b", "\ufeff", "\u200b", "\ufffe"])
    return at and fault(replaced(lines, at, lines[at].rstrip("\n") + sign + "\n"), at, "W002")


# -- bytes -----------------------------------------------------------------------------------------------------


@maker
def other_encoding(lines, dice):
    text = "".join(lines)
    encoding = dice.choice(["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
    return Fault(text.encode(encoding), 1, frozenset({"W001"}))


@maker
def windows_encoding(lines, dice):  # noqa: ARG001
    first = next((n for n, line in enumerate(lines) if not line.isascii()), None)
    if first is None:
        return None
    return Fault("".join(lines).encode("cp1252", errors="replace"), first + 1, frozenset({"W001"}))


@maker
def noise(lines, dice):  # noqa: ARG001
    return Fault(dice.randbytes(50_000), 1, frozenset({"W001", "W002"}), near=10_000)


@maker
def noise_in_the_middle(lines, dice):
    at = dice.randrange(len(lines))
    raw = "".join(lines[:at]).encode() + b"\xff\xfe\xfa" + dice.randbytes(200) + "".join(lines[at:]).encode()
    return Fault(raw, at + 1, frozenset({"W001"}))


@maker
def empty_file(lines, dice):  # noqa: ARG001
    return Fault(dice.choice([b"", b"# alleen dit\n", b"\n\n", b"---\n"]), 1, frozenset({"W002", "W007"}), near=2)
