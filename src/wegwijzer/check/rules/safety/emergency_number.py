"""W404: an emergency number that does not say what it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.library import Library
from wegwijzer.kinds.markdown import Page, Paragraph
from wegwijzer.language import of_language
from wegwijzer.language.lists import finder
from wegwijzer.language.prose import reader_texts
from wegwijzer.locale import say
from wegwijzer.model import ContactsFile, Tree
from wegwijzer.model.safety import EmergencyNumber, SafetyFile
from wegwijzer.problems import Finding

FEW = 4
"""Words of a name so short that its number has no word for calling beside it: ‘Warm antwoord, 1813’."""


def check(context: Context) -> Iterator[Finding]:
    yield from check_data(context.tree, context.library)


def check_data(record: object, library: Library) -> Iterator[Finding]:
    safety = library.safety
    if safety is None or isinstance(record, SafetyFile):
        return
    numbers = [(number, _expression(number.number), finder(number.words)) for number in safety.numbers.values()]
    calls = finder(safety.calls)
    for text in _texts(record):
        for number, expression, words in numbers:
            found = _found(text, number, expression, calls)
            if found and not words.search(text.text):
                yield Finding(
                    text.where,
                    say("W404.unexplained", number=number.number),
                    say("W404.explain", number=number.number, use=number.use),
                    find=found,
                )


def _texts(record: object) -> Iterator[Paragraph]:
    """Everything that a reader reads as one text."""
    if isinstance(record, Page):
        yield from record.paragraphs()
        return
    if isinstance(record, ContactsFile):
        for name, contact in record.contacts.items():
            phone = (f"tel:{contact.phone}",) if contact.phone else ()
            yield Paragraph(("contacts", name, "for"), f"{contact.name}. {contact.for_}", phone)
        return
    for where, text in reader_texts(record):
        yield Paragraph(where, text)
    if isinstance(record, Tree):  # what stands there as long as a municipality wrote nothing itself
        for name, question in record.questions.items():
            if question.fill and question.default:
                yield Paragraph(("questions", name, "default"), question.default)


def _expression(number: str) -> re.Pattern[str]:
    """Finds the number, not as a part of another number, a date, an address or a name."""
    digits = r"[ \u00a0]?".join(map(re.escape, number.split()))
    return re.compile(rf"(?<![\w.,:/#+-])(?<!\d\s){digits}(?![\w-]|[.,:/\s]\d|\s?[%€])")


def _found(text: Paragraph, number: EmergencyNumber, expression: re.Pattern[str], calls: re.Pattern[str]) -> str:
    """The number as it stands in a text, when it is there to be called; otherwise nothing."""
    digits = "".join(number.number.split())
    if any("".join(link.lower().split()) == f"tel:{digits}" for link in text.links):
        return number.number
    called = calls.search(text.text) or len(text.text.split()) <= FEW
    for match in expression.finditer(text.text) if called else ():
        before, after = text.text[: match.start()], text.text[match.end() :]
        if calls.match(after.lstrip()) or not _counts(before, digits, after):
            return match.group()
    return ""


def _counts(before: str, digits: str, after: str) -> bool:
    """Whether the number counts or orders something. In a language without those words it never does: that is safer."""
    numbers = of_language("numbers")
    return numbers is not None and numbers.counts(before, digits, after)


RULE = Rule(module=__name__, code="W404", level="error", tree=check, data=check_data, apart=True)
