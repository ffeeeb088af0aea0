"""A result as a list of blocks, from which every document is made: all of them say the same."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Any

from wegwijzer.locale import say
from wegwijzer.model.text import plain
from wegwijzer.render.blocks import Block, blocks_of, own
from wegwijzer.render.contact import states_at_sources
from wegwijzer.view.credits import walk_sources
from wegwijzer.view.nodes import live_view
from wegwijzer.view.phrases import answer_words, danger_spans, why_passed
from wegwijzer.view.records import NodeView, Section
from wegwijzer.walk.walker import Walker

REASONS = ("policies", "sources")
"""The sections that stand after the answers: what counted, and what the whole walk rests on."""

FIRST = ("undecided",)
"""What stands before all the rest."""


@dataclass(frozen=True)
class Made:
    """What only the page knows: `base`, the root of the site; `link`, the address of the step; `when` in words and
    `now` in seconds since 1970, `zone` how many seconds the reader's clock is ahead of UTC; `reply`, the model reply as the reader changed it (None: as it was);
    and `name`, who publishes a text, where that is known.
    """

    base: str = ""
    link: str = ""
    when: str = ""
    now: int = 0
    zone: int = 0
    reply: str | None = None
    name: str = ""


def paper(walker: Walker, made: Made) -> list[Block]:
    """All that a reader takes along from where a walk stands."""
    view = live_view(walker)
    return [*_result(walker, view, made), *reasons(walker, view), *_colophon(walker, made)]


def sections(view: NodeView, made: Made, without: Container[str] = ()) -> Iterator[Block]:
    """All that a node says, but for its reasons and what to leave out."""
    for section in sorted(view.sections, key=lambda section: section.name not in FIRST):
        if section.name in REASONS or section.name in without:
            continue
        if section.name == "reply" and made.reply is not None:
            yield from _changed_reply(section, made.reply)
        else:
            yield from blocks_of(section, made.base)


def _result(walker: Walker, view: NodeView, made: Made) -> Iterator[Block]:
    yield own("title", plain(view.title))
    place = say("paper.place", tree=walker.compiled.tree.title, number=view.number)
    urgency = say("urgency." + view.urgency) if view.urgency else ""
    outcome = view.outcome.text if view.outcome else ""
    yield own("note", " · ".join(filter(None, [place, urgency, outcome])))
    yield from sections(view, made)


def _changed_reply(section: Section, text: str) -> Iterator[Block]:
    """The model reply as the reader left it."""
    yield own("heading", section.heading)
    yield from (own("quote", paragraph) for paragraph in text.split("\n") if paragraph.strip())


def reasons(walker: Walker, view: NodeView) -> Iterator[Block]:
    """What stands below a result: why, and what it rests on."""
    if walker.path:
        yield own("heading", say("paper.why"))
        for index, (node, answer) in enumerate(walker.path):
            yield _answered(walker, index, node, answer)
    yield from (block for section in view.sections if section.name == "policies" for block in blocks_of(section))
    sources, states = walk_sources(walker), states_at_sources(view.about("contacts"))
    if sources or states:
        yield from blocks_of(Section("sources", sources, say("node.sources")))
        yield from (own("item", state) for state, _ in states)


def _colophon(walker: Walker, made: Made) -> Iterator[Block]:
    yield own("heading", say("paper.about"))
    if calls := danger_spans():
        yield Block("note", tuple(calls))
    yield own("note", say("tree.disclaimer"))
    version = say("tree.version", version=walker.compiled.version)
    when = say("paper.when", when=made.when) if made.when else ""
    yield own("note", " · ".join(filter(None, [version, when])))
    if made.link:
        yield own("note", made.link, made.link)


def _answered(walker: Walker, index: int, node: str, answer: Any) -> Block:
    question, given = answer_words(walker.compiled, node, answer)
    known = walker.compiled.tree.questions.get(node)
    if known and known.fill:
        given = str(answer or say("paper.empty"))
    decided = f" ({why_passed(walker, node)})" if index in walker.decided else ""
    return own("item", f"{walker.compiled.numbers[node]} {plain(question)} {plain(given)}{decided}")
