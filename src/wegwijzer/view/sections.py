"""What a node says, section by section, in the one order of every form. A new field that a reader sees gets its section here.

A form lays out each section that it knows in its own way, and any other as a heading with what it holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from wegwijzer.compile.compiled import CLOSING, Compiled, Named, is_final
from wegwijzer.locale import say
from wegwijzer.model import Action, Question, Reply, SourceRef
from wegwijzer.model.addressing import formal, informal
from wegwijzer.view.credits import action_refs, credited
from wegwijzer.view.document import document_lines, undecided_lines
from wegwijzer.view.policies import policy_uses
from wegwijzer.view.records import Line, Related, ReplyLine, Section, Style
from wegwijzer.view.texts import Texts


def question_sections(texts: Texts, question: Question) -> tuple[Section, ...]:
    """What a question says besides what it asks: why, and what that rests on."""
    refs = [*question.sources, *(ref for answer in question.answers.values() for ref in answer.sources)]
    return _said([_help(texts, question.help), _sources(texts, refs)])


def action_sections(texts: Texts, action: Action) -> tuple[Section, ...]:
    """All that an action says below its title."""
    return _said(_action(texts, action))


def _action(texts: Texts, action: Action) -> Iterator[Section]:
    compiled, walker, final = texts.compiled, texts.walker, is_final(action)
    yield _help(texts, action.help)
    yield Section("warning", _lines(warning_of(action), "warning"))
    yield Section("tasks", texts.lines(action.steps), say("paper.steps"))
    document = document_lines(texts, action)
    yield Section("undecided", undecided_lines(texts), say("document.undecided_heading"))
    yield Section("document", document, say("node.document"))
    if action.reply:
        yield Section("reply", (_reply(texts, action.reply),), say("node.reply"))
        never = tuple(Line(texts.text(line), style="item") for line in action.reply.never)
        yield Section("never", never, say("reply.never"))
    contacts = tuple(compiled.contacts[name] for name in action.contacts if name in compiled.contacts)
    yield Section("contacts", contacts, say("node.contacts"))
    if final and action.to:
        onward = (route.to for route in action.to.routes if texts.applies(route.when) is not False)
        yield Section("handover", tuple(_other_tree(compiled, goal) for goal in onward), say("node.handover"))
    for key, named in compiled.related.items():
        yield Section(key, _named(named, action.related.get(key, ())), named.heading)
    yield Section("see", tuple(_see(compiled, name) for name in action.see), say("node.see"))
    if final and walker:
        yield Section("closing", closing(texts), say("node.closing"))
    if walker:  # after all that looks at one
        for place in (walker.node, CLOSING) if final else (walker.node,):
            texts.looked |= dict.fromkeys(compiled.settled.get(place, ()))
        yield Section("policies", policy_uses(walker, texts.looked), say("paper.policies"))
    yield _sources(texts, action_refs(action))


def closing(texts: Texts) -> tuple[Line, ...]:
    """What every result of the tree shows."""
    return tuple(replace(line, style="item") for line in texts.lines(texts.compiled.tree.closing))


def warning_of(action: Action) -> str:
    """What nobody may do in this action, in the one wording that every form shows; "" when nothing is forbidden."""
    return say("node.no_contact") if action.contact == "none" else ""


def _said(sections: Iterable[Section]) -> tuple[Section, ...]:
    return tuple(section for section in sections if section.entries)


def _help(texts: Texts, text: str | None) -> Section:
    return Section("help", _lines(texts.text(text or ""), "text"))


def _lines(text: str, style: Style) -> tuple[Line, ...]:
    return (Line(text, style=style),) if text else ()


def _reply(texts: Texts, reply: Reply) -> ReplyLine:
    """A model reply in every form that it has."""
    short = reply.short or ""
    return ReplyLine(
        texts.text(informal(reply.text)),
        style="quote",
        formal=texts.text(formal(reply.text)) if formal(reply.text) != informal(reply.text) else "",
        short=texts.text(informal(short)),
        short_formal=texts.text(formal(short)) if formal(short) != informal(short) else "",
    )


def _sources(texts: Texts, refs: Iterable[SourceRef]) -> Section:
    return Section("sources", credited(texts.compiled, refs), say("node.sources"))


def _other_tree(compiled: Compiled, goal: str) -> Related:
    tree, _, node = goal.partition("/")
    return Related(compiled.titles.get(goal) or compiled.titles.get(tree, tree), tree, node)


def _named(named: Named, names: Iterable[str]) -> tuple[Related, ...]:
    return tuple(
        Related(named.titles[name], path=f"/{named.address.format(name)}") for name in names if name in named.titles
    )


def _see(compiled: Compiled, name: str) -> Related:
    if name.startswith("/"):
        return Related(name.strip("/").rpartition("/")[2].replace("-", " ").capitalize(), path=name)
    return _other_tree(compiled, name)
