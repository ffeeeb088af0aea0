"""Frames: the overview on one screen, the card of one frame, the comparison, and the rules for both readings."""

from __future__ import annotations

from municipal.records import Frame
from wegwijzer.locale import say
from wegwijzer.model import Answer
from wegwijzer.render import addresses
from wegwijzer.render.drawing import numbered, opening, quote
from wegwijzer.render.element import LINE, NOTHING, Child, Markup, element, join, lines
from wegwijzer.render.guide.parts import PlaceOnSite, block, bullets, paragraph, table
from wegwijzer.render.markup import copy_words, plain_button, post


def numbered_frames(page: PlaceOnSite) -> list[tuple[str, Frame]]:
    """The frames with their ids, in order of number."""
    return sorted(page.library.of(Frame).items(), key=lambda item: item[1].number)


def overview(page: PlaceOnSite) -> Markup:
    """The frames on one screen: number, name, what it says, and how it lands with the movable middle."""
    groups: list[Markup] = []
    for problem in (True, False):
        cards = (
            _small_card(page, name, frame) for name, frame in numbered_frames(page) if frame.problematising is problem
        )
        groups += [element("h3", say(_kind(problem=problem))), bullets(cards, "ww-frames")]
    return block(*groups)


def _small_card(page: PlaceOnSite, name: str, frame: Frame) -> Markup:
    number = element("span", {"class": "ww-number"}, frame.number)
    return join(
        "",
        (
            element("a", {"href": page.place(Frame, name)}, number, " ", element("strong", frame.name)),
            (" ", _dominant()) if frame.dominant else None,
            element("span", page.text(frame.summary)),
            _badge(frame),
        ),
    )


def _dominant() -> Markup:
    return element("span", {"class": "ww-tag"}, say("frame.dominant"))


def comparison(page: PlaceOnSite) -> Markup:
    """All frames in one table: what is the cause, what must be done, what is left out, which values, both readings."""
    keys = ("frame", "core", "cause", "solution", "leaves_out", "values", "argued", "extracted")
    return block(
        table(
            say("frame.comparison"),
            (say(f"frame.{key}") for key in keys),
            (
                (
                    (frame.number, ". ", page.named(Frame, name)),
                    page.text(frame.core),
                    page.text(frame.reasoning.cause),
                    page.text(frame.reasoning.solution),
                    bullets(map(page.text, frame.leaves_out)),
                    _value_names(page, frame),
                    heard(frame.resonance.argued),
                    heard(frame.resonance.extracted),
                )
                for name, frame in numbered_frames(page)
            ),
        )
    )


def card(page: PlaceOnSite, name: str) -> Markup:
    """Everything about one frame, as its own page shows it."""
    frame = page.library.of(Frame)[name]
    return block(
        paragraph(
            say("frame.number", number=frame.number),
            " · ",
            say(_kind(problem=frame.problematising)),
            (" · ", _dominant()) if frame.dominant else None,
            css="ww-kind",
        ),
        paragraph(page.text(frame.core), css="ww-lead"),
        paragraph(say("frame.aliases"), ": ", ", ".join(frame.aliases), ".") if frame.aliases else NOTHING,
        _section("texts_for", _texts(page, frame)) if frame.texts else NOTHING,
        _section("reasoning", _reasoning(page, frame)),
        _section("example", post(paragraph(page.text(frame.example)))),
        _section("recognise", _signs(page, frame)),
        _section("leaves_out", bullets(map(page.text, frame.leaves_out))),
        _section("resonance", _resonance(page, frame)),
        _section("values", paragraph(_value_links(page, frame))) if frame.values else NOTHING,
        _section("counterframes", _counterframes(page, frame)) if frame.counterframes else NOTHING,
        _section("answers", bullets(page.named(Frame, name) for name in frame.answers)) if frame.answers else NOTHING,
        _section("caution", bullets(map(page.text, frame.caution))) if frame.caution else NOTHING,
        paragraph(_onward(page, name, frame)),
        page.sources(frame),
    )


def pairs_dot(page: PlaceOnSite) -> str:
    """Frames and the counterframes that can answer them, as a Graphviz drawing from left to right."""
    lines = opening("frames", "diagram-frames")
    for name, frame in numbered_frames(page):
        label = numbered(str(frame.number), frame.name)
        css = "ww-node ww-node-action" if frame.problematising else "ww-node"
        lines.append(f'  {quote(name)} [{label}, URL={quote(page.place(Frame, name))}, class="{css}"];')
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


def _section(key: str, body: Child) -> Markup:
    return lines(element("h2", {"id": key.replace("_", "-")}, say(f"frame.{key}")), body)


def _badge(frame: Frame) -> Markup:
    if frame.resonance.argued == "unknown":
        return NOTHING
    css = f"ww-resonance ww-resonance--{frame.resonance.argued}"
    return element("span", {"class": css}, say("frame.middle", word=heard(frame.resonance.argued)))


def _reasoning(page: PlaceOnSite, frame: Frame) -> Markup:
    steps = ("cause", "consequence", "solution")
    return bullets(
        ((element("strong", say(f"frame.{key}")), " ", page.text(getattr(frame.reasoning, key))) for key in steps),
        "ww-chain",
        tag="ol",
    )


def _signs(page: PlaceOnSite, frame: Frame) -> Markup:
    groups = ("metaphors", "images", "words", "arguments")
    return lines(
        *(
            lines(element("h3", say(f"frame.{key}")), bullets(map(page.text, getattr(frame.recognise, key))))
            for key in groups
        )
    )


def _resonance(page: PlaceOnSite, frame: Frame) -> Markup:
    found = frame.resonance
    readings = [(element("strong", say("frame.argued")), ": ", heard(found.argued))]
    if found.extracted:
        readings.append((element("strong", say("frame.extracted")), ": ", heard(found.extracted)))
    differ = found.extracted and found.extracted != found.argued
    uncertain = paragraph(say("frame.uncertain"), css="ww-note-box") if differ else NOTHING
    return lines(paragraph(page.text(found.why)), bullets(readings)) + uncertain + page.sources(found)


def _texts(page: PlaceOnSite, frame: Frame) -> Markup:
    return lines(
        *(
            element(
                "figure",
                {"class": "ww-reply"},
                element("figcaption", text.title),
                LINE,
                element("blockquote", {"id": f"tekst-{number}"}, paragraph(page.text(text.text))),
                plain_button(say("node.copy"), {"data-copies": f"tekst-{number}", **copy_words()}),
            )
            for number, text in enumerate(frame.texts, 1)
        )
    )


def _counterframes(page: PlaceOnSite, frame: Frame) -> Markup:
    listed = ((page.named(Frame, counter.frame), ": ", page.text(counter.why)) for counter in frame.counterframes)
    return bullets(listed) + paragraph(say("frame.pairs_note"), css="ww-note-box")


def _value_names(page: PlaceOnSite, frame: Frame) -> str:
    values = page.library.values
    return ", ".join((values[name].text or name) if name in values else name for name in frame.values)


def _value_links(page: PlaceOnSite, frame: Frame) -> Markup:
    return join(", ", (page.named(Answer, name) for name in frame.values))


def _onward(page: PlaceOnSite, name: str, frame: Frame) -> Markup:
    """Where a reader goes on: of a frame that shows a problem, to the entry of the tree that chooses what to set against it."""
    if not frame.problematising:
        return page.link(addresses.tree_page("berichtcheck"), say("frame.onward_berichtcheck"), "ww-button")
    entry = f"counterframe-bij-{name}"
    return page.link(addresses.tree_page("frame-herkennen", entry), say("frame.onward_counterframe"), "ww-button")
