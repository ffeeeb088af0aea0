"""W109: a question or an answer that lacks its text or its route."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    for name, question in context.compiled.tree.questions.items():
        where = ("questions", name)
        if not question.text:
            yield Finding(where, say("W109.question_text", name=name), say("W109.add_question_text"), at_key=True)
        if not question.answers and not question.fill:
            yield Finding(
                where,
                say("W109.no_answers", name=name),
                say("W109.add_answers"),
                at_key=True,
            )
        if (question.fill or question.choose == "many") and not question.to:
            yield Finding(where, say("W109.question_to", name=name), say("W109.add_to"), at_key=True)
        for key, answer in question.answers.items():
            if not answer.text:
                yield Finding(
                    (*where, "answers", key),
                    say("W109.answer_text", answer=key),
                    say("W109.add_answer_text"),
                    at_key=True,
                )
            if question.choose == "one" and not question.fill and not answer.to and not question.to:
                missing = "answers" if key not in context.tree.questions[name].answers else key
                yield Finding(
                    (*where, "answers", *([key] if missing == key else [])),
                    say("W109.answer_to", answer=key),
                    say("W109.add_target"),
                    at_key=True,
                )
            elif question.choose == "many" and answer.to:
                yield Finding(
                    (*where, "answers", key, "to"),
                    say("W109.many_targets"),
                    say("W109.one_target"),
                )


RULE = Rule(module=__name__, code="W109", level="error", requires=("unknown_tree",), tree=check)
