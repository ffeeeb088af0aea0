"""Decision tables written as trees, one after another: what an author makes who thinks in combinations."""

from __future__ import annotations

from itertools import product


def chain(*tables):
    """The text of a tree of tables in a row. A table is a tuple with how many answers each of its questions has.

    Every combination of answers of a table has a guarded route of its own, to a question with one answer: its outcome.
    Walks: the product of all the numbers.
    """
    lines = ["title: Tabellen na elkaar", "start: t0-v0", "questions:"]
    for number, sizes in enumerate(tables):
        onward = f"t{number + 1}-v0" if number + 1 < len(tables) else "klaar"
        rows = list(product(*map(range, sizes)))
        for place, size in enumerate(sizes):
            lines += [f"  t{number}-v{place}:", f"    text: Wat geldt er bij {number} en {place}?", "    answers:"]
            lines += [f"      a{key}: {{text: Keuze {key}}}" for key in range(size)]
            if place + 1 < len(sizes):
                lines.append(f"    to: t{number}-v{place + 1}")
                continue
            lines.append("    to:")
            for row in rows:
                facts = ", ".join(f"t{number}-v{at}.a{key}" for at, key in enumerate(row))
                lines += [f"      - when: {{all: [{facts}]}}", f"        to: t{number}-u{sum(row)}"]
        for total in range(sum(size - 1 for size in sizes) + 1):
            lines += [f"  t{number}-u{total}:", f"    text: De uitkomst is {total}.", "    answers:"]
            lines += [f"      verder: {{text: Ga verder, to: {onward}}}"]
    return "\n".join([*lines, "actions:", "  klaar: {title: Klaar, steps: [Klaar.]}", ""])
