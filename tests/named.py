"""Places of the content that tests can only name: what a reader sees on the start page, and what a word must find.

All other places are found by what they have: tests/landmarks.py. Whoever moves what stands here, changes it here.
"""

DOXING = [
    ("Iemand dreigt, of valt mij of een collega aan", "aangevallen", ["prive-gegevens"]),
    ("Iemand zet privégegevens online", "reactie", ["gegevens"]),
]
"""In danger: a link of the start page, the tree that it opens, and what is answered there until there is something to do."""
ANGRY = ("Er staat een boze of vreemde reactie", "reactie")
"""The first situation of the start page, and the tree that it opens."""
