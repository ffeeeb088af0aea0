"""Sentences of our own in English, to count on how often the measure of the passive is right."""

from __future__ import annotations

PASSIVE = """
The post is hidden by the moderator.
Your message will be answered within two days.
The comment was removed yesterday.
All complaints are sent to the town hall.
The account has been blocked.
The report must be signed before Friday.
Every message is read by two people.
The link was shared in a closed group.
The photo had been taken in the park.
A copy is kept for six months.
The rule is not applied to journalists.
The comments are being checked now.
These words were never used by our team.
The list is updated every month.
A warning is given first.
The names have been changed to protect people.
Our page was flooded with messages.
The meeting was called off at the last minute.
The decision is usually made by the head of the team.
Old posts are automatically deleted after a year.
The video was first shown on television.
The form should be filled in by the resident.
Nothing is decided without the mayor.
The door was closed by the caretaker.
The figures were published in March.
It isn’t known who did it, but the page was copied.
The text is translated into four languages.
Two replies were written by the same person.
The question was put to the council.
A fine can be imposed.
The letter was found in the bin.
Your name is only shown to the moderators.
The group was founded in 2019.
The message was passed on to the police.
The words are printed on the back.
The post was reported three times.
The rules are explained below.
Personal data is stored safely.
The complaint was rejected because it came too late.
The film was made by students.
Is it true that the page was hacked?
Those who wrote it are asked to stop.
The reply was given a number.
The street is cleaned twice a week.
The rumour was spread by a newspaper.
Photos were put online without permission.
The house rules are attached by a clerk.
The poster has already been taken down.
""".strip().splitlines()
"""What somebody does to something, without the doer as the subject."""

ACTIVE = """
The moderator hides the post.
You are worried about the tone.
The office is closed on Monday.
We are interested in your story.
The writer is tired of waiting.
They are registered voters.
The water is polluted.
You are allowed to say no.
She was born in Ghent.
He is married with two children.
It is a limited offer.
Be prepared for questions.
The street is crowded on Saturdays.
This is based on the guide of the ministry.
The two pages are related.
Is this your own page?
There is a need for calm.
The post is red and the button is blue.
Are you the writer of the post?
She was threatened at work.
He has been bullied for years.
The girl was insulted in the street.
The neighbours were invited to the meeting.
Nobody was hurt.
The team is experienced.
You are supposed to answer.
Is the writer disappointed?
The mayor is busy and the clerk has removed the post.
The library is next to the closed shop.
It is indeed a hundred metres further.
The residents are angry about the planned road.
They were armed robbers.
This is shared work.
The word is loaded.
You have been very patient.
Who is involved?
It is broken again.
She is used to hard words.
The town is located near a river.
What they wrote is true.
The members are mostly retired.
We are done here.
He was being rude.
The answer is yes, but they hid it.
The claim is wrong: the council raised no tax.
Be kind to people who ask questions.
I am excited to start.
These are published posts.
The children are gone.
The rule is simple, added the clerk.
""".strip().splitlines()
"""What is no passive, or one that is right: how something is, and what happens to a person."""
