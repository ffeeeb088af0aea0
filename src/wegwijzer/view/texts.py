"""The texts of a node in one form: placeholders filled in, and what is guarded decided or told in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from wegwijzer.compile.compiled import Compiled, cite_key
from wegwijzer.compile.conditions import holds
from wegwijzer.locale import say
from wegwijzer.model import Condition, Paragraph, SourceRef, Task
from wegwijzer.model.text import fill_in, typed
from wegwijzer.view.policies import choice_words, joined, origin, policy_text
from wegwijzer.view.records import Line
from wegwijzer.view.words import clause, term
from wegwijzer.walk.walker import Walker, chosen_keys


class Texts:
    """With a walker the texts are what this reader sees; without one they are for a form without memory.

    `looked` gathers the policies that a text or a guard asked for, `defaults` those of which the default counted, `open`
    those over which a document says nothing, `unfilled` the questions of the tree whose answer a text misses. While
    `marking`, a value that nobody chose is a mark in the text.
    """

    def __init__(self, compiled: Compiled, walker: Walker | None) -> None:
        self.compiled, self.walker = compiled, walker
        self.defaults: dict[str, None] = {}
        self.looked: dict[str, None] = dict(walker.looked) if walker else {}
        self.open: dict[str, None] = {}
        self.unfilled: dict[str, None] = {}
        self.marking = False

    def text(self, text: str) -> str:
        return fill_in(text, self.value, self.compiled.tree.uses) if "$" in text else text

    def value(self, name: str) -> str:
        """The value of a placeholder: given, by default, or its name in brackets when it is not known."""
        walker, question = self.walker, self.compiled.tree.questions.get(name)
        if name in self.compiled.policies:
            return self.policy_value(name)
        if question is None:
            return f"[{name}]"
        if question.policy:
            return self.policy_value(question.policy)
        if walker and question.fill and walker.filled.get(name):
            return typed(walker.filled[name])
        if walker and name in walker.answered:
            return joined([question.answers[key].text or key for key in walker.answered[name]])
        if walker and (standing := walker.standing(name)) is not None:
            kept = chosen_keys(walker.given.get(self.compiled.kept_as(name))) == chosen_keys(standing)
            return choice_words(question, standing) + ("" if kept else say("words.default"))
        self.unfilled[name] = None
        return f"[{(question.short or question.text or name).rstrip('?')}]"

    def policy_value(self, name: str) -> str:
        if self.marking and self.walker and self.walker.by_default(name):
            return self.mark(name)
        self.looked[name] = None
        self.note_default(name)
        return policy_text(self.compiled, self.walker, name)

    def mark(self, *names: str) -> str:
        """What stands in a text for choices that nobody made."""
        asked = (self.compiled.policies[name] for name in names)
        shorts = [(each.short or each.text or "").rstrip("?") for each in asked]
        return f"[{say('document.undecided', names=', '.join(shorts))}]"

    def note_default(self, name: str) -> None:
        if self.walker and self.walker.by_default(name):
            self.defaults[name] = None

    def applies(self, condition: Condition | None) -> bool | None:
        """Whether guarded content is shown: None when this form cannot know."""
        if condition is None:
            return True
        if self.walker is None:
            return None
        for fact in condition.facts():
            owner = fact.rpartition(".")[0]
            if owner in self.compiled.policies:
                self.looked[owner] = None
                self.note_default(owner)
        return holds(condition, self.walker.fact_for_content)

    def lines(self, parts: Iterable[Task | Paragraph]) -> tuple[Line, ...]:
        """The tasks or paragraphs that are shown, each with its guard in words when this form cannot know."""
        shown: list[Line] = []
        for part in parts:
            before, self.looked = self.looked, {}
            shown += self._lines(part)
            self.looked = before | self.looked
        return tuple(shown)

    def _lines(self, part: Task | Paragraph) -> list[Line]:
        applies = self.applies(part.when)
        if applies is False:
            return []
        condition = say("words.if", clause=clause(self.compiled, part.when)) if applies is None and part.when else ""
        first, *rest = [text for text in (part.text or "").split("\n") if text.strip()] or [""]
        line = Line(self.text(first), condition, editorial=self.editorial(part.sources))
        if isinstance(part, Paragraph):  # every line of a text to take over is a paragraph of its own
            return [replace(line, text=self.text(text), style=part.style) for text in (first, *rest)]
        line = replace(  # the first line is what to do, further ones are its points
            line,
            style="task",
            who=self.text(part.who or ""),
            within=term(part.within) if part.within else "",
            due=part.within or "",
            points=tuple(map(self.text, (*rest, *part.points))),
        )
        return [replace(line, own=self.is_own())]

    def is_own(self) -> bool:
        """Whether what was decided beforehand counts in what was looked at last."""
        walker = self.walker
        return walker is not None and any(origin(walker, name) == "kept" for name in self.looked)

    def editorial(self, refs: tuple[SourceRef, ...]) -> bool:
        cited = [self.compiled.cited[cite_key(ref)] for ref in refs if cite_key(ref) in self.compiled.cited]
        return bool(cited) and all(cite.editorial for cite in cited)
