"""Frames: the overview on one screen, the card of one frame, the comparison, and the rules for both readings."""

from __future__ import annotations

from html import escape

from municipal.records import Frame
from wegwijzer.locale import say
from wegwijzer.model import Answer
from wegwijzer.render import addresses
from wegwijzer.render.drawing import numbered, opening, quote
from wegwijzer.render.guide.parts import PlaceOnSite, block, bullets, table
from wegwijzer.render.markup import copy_words


def numbered_frames(page: PlaceOnSite) -> list[tuple[str, Frame]]:
    """The frames with their ids, in order of number."""
    return sorted(page.library.of(Frame).items(), key=lambda item: item[1].number)


def overview(page: PlaceOnSite) -> str:
    """The frames on one screen: number, name, what it says, and how it lands with the movable middle."""
    groups = []
    for problem in (True, False):
        cards = [
            _small_card(page, name, frame) for name, frame in numbered_frames(page) if frame.problematising is problem
        ]
        groups.append(f"<h3>{escape(say(_kind(problem=problem)))}</h3>\n" + bullets(cards, "ww-frames"))
    return block(*groups)


def _small_card(page: PlaceOnSite, name: str, frame: Frame) -> str:
    dominant = f' <span class="ww-tag">{escape(say("frame.dominant"))}</span>' if frame.dominant else ""
    return (
        f'<a href="{escape(page.place(Frame, name))}"><span class="ww-number">{frame.number}</span> '
        f"<strong>{escape(frame.name)}</strong></a>{dominant}"
        f"<span>{page.text(frame.summary)}</span>{_badge(frame)}"
    )


def comparison(page: PlaceOnSite) -> str:
    """All frames in one table: what is the cause, what must be done, what is left out, which values, both readings."""
    keys = ("frame", "core", "cause", "solution", "leaves_out", "values", "argued", "extracted")
    return block(
        table(
            say("frame.comparison"),
            (escape(say(f"frame.{key}")) for key in keys),
            (
                (
                    f"{frame.number}. {page.named(Frame, name)}",
                    page.text(frame.core),
                    page.text(frame.reasoning.cause),
                    page.text(frame.reasoning.solution),
                    bullets(map(page.text, frame.leaves_out)),
                    escape(_value_names(page, frame)),
                    escape(heard(frame.resonance.argued)),
                    escape(heard(frame.resonance.extracted)),
                )
                for name, frame in numbered_frames(page)
            ),
        )
    )


def card(page: PlaceOnSite, name: str) -> str:
    """Everything about one frame, as its own page shows it."""
    frame = page.library.of(Frame)[name]
    kind = f'<p class="ww-kind">{escape(say("frame.number", number=frame.number))} · {escape(say(_kind(problem=frame.problematising)))}'
    if frame.dominant:
        kind += f' · <span class="ww-tag">{escape(say("frame.dominant"))}</span>'
    aliases = f"<p>{escape(say('frame.aliases'))}: {escape(', '.join(frame.aliases))}.</p>" if frame.aliases else ""
    return block(
        kind + "</p>",
        f'<p class="ww-lead">{page.text(frame.core)}</p>',
        aliases,
        _section("texts_for", _texts(page, frame)) if frame.texts else "",
        _section("reasoning", _reasoning(page, frame)),
        _section("example", f"<blockquote><p>{page.text(frame.example)}</p></blockquote>"),
        _section("recognise", _signs(page, frame)),
        _section("leaves_out", bullets(map(page.text, frame.leaves_out))),
        _section("resonance", _resonance(page, frame)),
        _section("values", f"<p>{_value_links(page, frame)}</p>") if frame.values else "",
        _section("counterframes", _counterframes(page, frame)) if frame.counterframes else "",
        _section("answers", bullets(page.named(Frame, name) for name in frame.answers)) if frame.answers else "",
        _section("caution", bullets(map(page.text, frame.caution))) if frame.caution else "",
        f"<p>{_onward(page, frame)}</p>",
        page.sources(frame),
    )


def pairs_dot(page: PlaceOnSite) -> str:
    """Frames and the counterframes that can answer them, as a Graphviz drawing from left to right."""
    lines = opening("frames", "diagram-frames")
    for name, frame in numbered_frames(page):
        label = numbered(str(frame.number), frame.name)
        css = "ww-node ww-node-action" if frame.problematising else "ww-node"
        lines.append(f'  {quote(name)} [label={label}, URL={quote(page.place(Frame, name))}, class="{css}"];')
        lines += [f'  {quote(name)} -> {quote(counter.frame)} [class="ww-edge"];' for counter in frame.counterframes]
    for problem in (True, False):
        same = "; ".join(quote(name) for name, frame in numbered_frames(page) if frame.problematising is problem)
        lines.append(f"  {{ rank=same; {same} }}")
    return "\n".join([*lines, "}", ""])


def heard(resonance: str | None) -> str:
    """How a frame lands with the movable middle, in words."""
    return say(f"resonance.{(resonance or 'unknown').replace('-', '_')}")


def _kind(*, problem: bool) -> str:
    return "frame.problem" if problem else "frame.no_problem"


def _section(key: str, body: str) -> str:
    return f'<h2 id="{key.replace("_", "-")}">{escape(say(f"frame.{key}"))}</h2>\n{body}'


def _badge(frame: Frame) -> str:
    if frame.resonance.argued == "unknown":
        return ""
    word = heard(frame.resonance.argued)
    return f'<span class="ww-resonance ww-resonance--{frame.resonance.argued}">{escape(say("frame.middle", word=word))}</span>'


def _reasoning(page: PlaceOnSite, frame: Frame) -> str:
    steps = ("cause", "consequence", "solution")
    return bullets(
        (f"<strong>{escape(say(f'frame.{key}'))}</strong> {page.text(getattr(frame.reasoning, key))}" for key in steps),
        "ww-chain",
        tag="ol",
    )


def _signs(page: PlaceOnSite, frame: Frame) -> str:
    groups = ("metaphors", "images", "words", "arguments")
    return "\n".join(
        f"<h3>{escape(say(f'frame.{key}'))}</h3>\n{bullets(map(page.text, getattr(frame.recognise, key)))}"
        for key in groups
    )


def _resonance(page: PlaceOnSite, frame: Frame) -> str:
    found = frame.resonance
    readings = [f"<strong>{escape(say('frame.argued'))}</strong>: {escape(heard(found.argued))}"]
    if found.extracted:
        word = heard(found.extracted)
        readings.append(f"<strong>{escape(say('frame.extracted'))}</strong>: {escape(word)}")
    differ = found.extracted and found.extracted != found.argued
    uncertain = f'<p class="ww-note-box">{escape(say("frame.uncertain"))}</p>' if differ else ""
    return f"<p>{page.text(found.why)}</p>\n{bullets(readings)}{uncertain}{page.sources(found)}"


def _texts(page: PlaceOnSite, frame: Frame) -> str:
    return "\n".join(
        f'<figure class="ww-reply"><figcaption>{escape(text.title)}</figcaption>\n'
        f'<blockquote id="tekst-{number}"><p>{page.text(text.text)}</p></blockquote>'
        f'<button type="button" class="ww-plain-button" data-copies="tekst-{number}"'
        f" {copy_words()}>{escape(say('node.copy'))}</button></figure>"
        for number, text in enumerate(frame.texts, 1)
    )


def _counterframes(page: PlaceOnSite, frame: Frame) -> str:
    return bullets(
        f"{page.named(Frame, counter.frame)}: {page.text(counter.why)}" for counter in frame.counterframes
    ) + (f'<p class="ww-note-box">{escape(say("frame.pairs_note"))}</p>')


def _value_names(page: PlaceOnSite, frame: Frame) -> str:
    values = page.library.values
    return ", ".join((values[name].text or name) if name in values else name for name in frame.values)


def _value_links(page: PlaceOnSite, frame: Frame) -> str:
    return ", ".join(page.named(Answer, name) for name in frame.values)


def _onward(page: PlaceOnSite, frame: Frame) -> str:
    tree = "counterframe" if frame.problematising else "berichtcheck"
    return page.link(addresses.tree_page(tree), say(f"frame.onward_{tree}"), "ww-button")
