"""Words that a reader has to look up or that hurt, each with what to write instead and why.

A key is a word or a phrase in small letters; `*` stands for any ending. Add a word with its reason, never alone. What readers
stumble on is in the spirit of GOV.UK (A to Z style guide, words to avoid) and of the Plain English Campaign (The A to Z of
alternative words). What hurts is in that of the British government (Inclusive language: words to use and avoid when writing
about disability; Writing about ethnicity). The choice, the words beside it and the reasons are our own.
"""

from __future__ import annotations

from wegwijzer.language.lists import Advice

OFFICIAL = "Nobody says that at a counter."
LONG = "There is a shorter word."
VAGUE = "Say what really happens."
FOREIGN = "Not everybody knows Latin or French."
TRADE = "Only people in the trade know it."
PERSON_FIRST = "Name people first, and then what they live with."
OLD = "The word is out of date and hurts."
LABEL = "The word puts a label on a whole group."
DISASTER = "People are no natural disaster. This image frightens."


def _list(*groups: tuple[str, dict[str, str]]) -> dict[str, Advice]:
    return {word: Advice(instead, why) for why, entries in groups for word, instead in entries.items()}


JARGON = _list(
    (
        OFFICIAL,
        {
            "aforementioned": "this",
            "as per": "as in",
            "at the present time": "now",
            "at this point in time": "now",
            "by means of": "by",
            "for the purpose of": "to",
            "hereafter": "from now on",
            "hereby": "now",
            "herein": "here",
            "heretofore": "until now",
            "in accordance with": "as in",
            "in lieu of": "instead of",
            "in order to": "to",
            "in respect of": "about",
            "in the absence of": "without",
            "in the event of": "if there is",
            "in the event that": "if",
            "inasmuch as": "because",
            "notwithstanding": "despite",
            "on behalf of the undersigned": "for us",
            "prior to": "before",
            "pursuant to": "under",
            "subsequent to": "after",
            "the undersigned": "I",
            "thereafter": "then",
            "thereof": "of it",
            "whereby": "by which",
            "wherein": "in which",
            "whilst": "while",
            "with reference to": "about",
            "with regard to": "about",
            "with respect to": "about",
            "with the exception of": "except",
        },
    ),
    (
        LONG,
        {
            "a large number of": "many",
            "additional": "more",
            "ascertain": "find out",
            "commence*": "start",
            "communicate with": "talk to",
            "despite the fact that": "although",
            "due to the fact that": "because",
            "endeavour*": "try",
            "expedite*": "speed up",
            "foreseeable": "likely",
            "frequently": "often",
            "heighten*": "raise",
            "henceforth": "from now on",
            "necessitate*": "need",
            "numerous": "many",
            "on a regular basis": "often",
            "purchase*": "buy",
            "regarding": "about",
            "remainder": "rest",
            "subsequently": "later",
            "sufficient": "enough",
            "terminate*": "end",
            "utilisation": "use",
            "utilise*": "use",
            "utilize*": "use",
        },
    ),
    (
        VAGUE,
        {
            "actionable": "useful",
            "capacity building": "training",
            "deep dive": "a close look",
            "facilitate*": "help",
            "going forward": "from now on",
            "holistic": "whole",
            "impactful": "strong",
            "implement*": "carry out",
            "incentivise*": "encourage",
            "leverage*": "use",
            "operationalise*": "carry out",
            "overarching": "main",
            "proactive": "early",
            "proactively": "early",
            "reach out to": "contact",
            "roll out": "start",
            "streamline*": "make simpler",
            "synerg*": "working together",
            "touch base": "talk",
        },
    ),
    (
        FOREIGN,
        {
            "ad hoc": "when needed",
            "bona fide": "real",
            "ex officio": "because of their post",
            "inter alia": "among others",
            "ipso facto": "so",
            "mutatis mutandis": "with the changes that are needed",
            "per annum": "a year",
            "per se": "in itself",
            "prima facie": "at first sight",
            "vice versa": "the other way round",
            "vis-à-vis": "towards",
        },
    ),
    (
        TRADE,
        {
            "counter-narrative*": "another story",
            "counterspeech": "speaking up",
            "debunk*": "show to be false",
            "prebunk*": "warn beforehand",
            "stakeholder*": "the people it concerns",
        },
    ),
)

STIGMA = _list(
    (
        OLD,
        {
            "coloured people": "people of colour",
            "cripple*": "a disabled person",
            "deaf and dumb": "deaf",
            "gypsies": "Gypsy, Roma and Traveller people",
            "half-caste*": "a person of mixed ethnicity",
            "handicapped": "disabled",
            "invalids": "disabled people",
            "lunatic*": "a person with a mental health condition",
            "mental patient*": "a person with a mental health condition",
            "mentally handicapped": "with a learning disability",
            "midget*": "a person of short stature",
            "negro*": "Black people",
            "orientals": "East Asian people",
            "retard": "a person with a learning disability",
            "retarded": "with a learning disability",
            "retards": "people with a learning disability",
            "spastic*": "a person with cerebral palsy",
        },
    ),
    (
        PERSON_FIRST,
        {
            "addicts": "people with an addiction",
            "alcoholics": "people with an alcohol problem",
            "an epileptic": "a person with epilepsy",
            "committed suicide": "died by suicide",
            "confined to a wheelchair": "who uses a wheelchair",
            "diabetics": "people with diabetes",
            "drug addict*": "people with an addiction",
            "epileptics": "people with epilepsy",
            "illiterates": "people who cannot read",
            "junkie*": "people with an addiction",
            "schizophrenics": "people with schizophrenia",
            "suffering from": "with",
            "suffers from": "has",
            "the disabled": "disabled people",
            "the elderly": "older people",
            "the homeless": "people without a home",
            "the mentally ill": "people with a mental health condition",
            "the unemployed": "people without work",
            "wheelchair-bound": "who uses a wheelchair",
        },
    ),
    (
        LABEL,
        {
            "bogus asylum seeker*": "people whose claim was refused",
            "chav*": "what somebody does, without a judgement",
            "economic migrant*": "people who come here to work",
            "fortune seeker*": "people who look for a better life here",
            "hard-to-reach group*": "the group that you mean",
            "illegal alien*": "people without papers",
            "illegal immigrant*": "people without papers",
            "illegal migrant*": "people without papers",
            "illegals": "people without papers",
            "problem famil*": "a family that needs help",
            "scrounger*": "what somebody does, without a judgement",
            "sink estate*": "the name of the estate",
            "thugs": "people who use violence",
            "underclass": "people in poverty",
            "yobs": "people who misbehave",
        },
    ),
    (
        DISASTER,
        {
            "flood of asylum seekers": "more people who seek protection",
            "flood of immigrants": "more people who come here",
            "flood of migrants": "more people who come here",
            "flood of refugees": "more people who flee",
            "influx of immigrants": "more people who come here",
            "influx of migrants": "more people who come here",
            "influx of refugees": "more people who flee",
            "migrant crisis": "the reception of refugees",
            "migrant flow*": "people who come here",
            "overrun by immigrants": "a number",
            "overrun by migrants": "a number",
            "refugee crisis": "the reception of refugees",
            "swamped by immigrants": "a number",
            "swamped by migrants": "a number",
            "swarm of migrants": "a number",
            "wave of immigrants": "more people who come here",
            "wave of migrants": "more people who come here",
            "wave of refugees": "more people who flee",
        },
    ),
)
