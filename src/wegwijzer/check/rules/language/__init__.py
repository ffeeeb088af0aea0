"""Rules on how a text reads (W5)."""

from wegwijzer.check.rules.language import (
    click_here,
    double_question,
    hard_to_read,
    jargon,
    long_sentence,
    missing_glyph,
    mixed_address,
    passive_voice,
    shouting,
    stigmatising,
    unfitting_answer,
)

RULES = (
    long_sentence.RULE,
    hard_to_read.RULE,
    passive_voice.RULE,
    jargon.RULE,
    mixed_address.RULE,
    shouting.RULE,
    missing_glyph.RULE,
    click_here.RULE,
    stigmatising.RULE,
    unfitting_answer.RULE,
    double_question.RULE,
)
"""In the order in which they run: a rule stands after those it requires."""
