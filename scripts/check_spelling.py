"""Look up every word of the content in the Dutch dictionary of hunspell, and in our own list of good words.

Usage: python scripts/check_spelling.py. Prints file:line:column for every unknown word; data/words.txt holds the words
that the editors looked at and found right.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from wegwijzer.language.prose import Prose, words
from wegwijzer.load import LoadedFile, load_paths
from wegwijzer.locale import say

ROOT = Path(__file__).resolve().parent.parent
OWN_WORDS = ROOT / "data/words.txt"


def main() -> int:
    """Report the unknown words. Returns 1 when there are any."""
    found = sorted(unknown(load_paths([ROOT], cwd=ROOT).files))
    for path, line, column, word in found:
        print(say("spelling.unknown", path=path, line=line, column=column, word=word))
    if found:
        print(
            say("spelling.count", count=len(found)),
            file=sys.stderr,
        )
    return 1 if found else 0


def unknown(files: Iterable[LoadedFile]) -> set[tuple[str, int, int, str]]:
    """Every word that no dictionary knows, once a passage: file, line, column, word."""
    places: dict[str, set[tuple[str, int, int]]] = {}
    for file in files:
        if file.record is None:
            continue
        for passage in Prose(file.record).passages:
            for word in words(passage.shown):
                places.setdefault(word.replace("’", "'"), set()).add((file.shown, *file.place(passage.where)))
    good = own_words()
    strange = [word for word in misspelled(places) if word not in good]
    return {(*place, word) for word in strange for place in places[word]}


def own_words() -> set[str]:
    """The words of our own list; a word may also begin a sentence."""
    lines = OWN_WORDS.read_text(encoding="utf-8").splitlines()
    listed = {line.strip() for line in lines if line.strip() and not line.startswith("#")}
    return listed | {word[0].upper() + word[1:] for word in listed}


def misspelled(found: Iterable[str]) -> list[str]:
    """The words that hunspell's Dutch dictionary does not know."""
    answer = subprocess.run(
        ["hunspell", "-d", "nl_NL", "-i", "UTF-8", "-l"],
        input="\n".join(found),
        text=True,
        capture_output=True,
        check=True,
    )
    return answer.stdout.split()


if __name__ == "__main__":
    sys.exit(main())
