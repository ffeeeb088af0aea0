"""W310: a case on a heavy subject that carries no warning."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.language.lists import finder
from wegwijzer.locale import say
from wegwijzer.model import Case, Tree
from wegwijzer.model.text import plain
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    safety = context.library.safety
    if safety is None or not safety.heavy:
        return
    heavy = finder(safety.heavy)
    for index, case in enumerate(context.tree.cases):
        found = None if case.warning else heavy.search("\n".join(_passed(context.tree, case)))
        if found:
            yield Finding(
                ("cases", index, "title"),
                say("W310.missing", title=case.title, word=found.group()),
                say("W310.add"),
            )


def _passed(tree: Tree, case: Case) -> Iterator[str]:
    """The words that a reader taps on the way of this case, and the title of its end."""
    for name, given in case.answers.items():
        question = tree.questions.get(name)
        for answer in given if isinstance(given, list | tuple) else (given,):
            if question and isinstance(answer, str) and answer in question.answers:
                yield plain(question.answers[answer].text or "")
    yield plain(tree.actions[case.ends_in].title)


RULE = Rule(module=__name__, code="W310", level="warning", requires=("broken_case",), tree=check)
