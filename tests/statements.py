"""An accessibility statement with everything in it, for the tests that look at one."""

from __future__ import annotations

from wegwijzer.kinds.settings import SettingsFile
from wegwijzer.kinds.statement import statement_in

WHOLE = """
[accessibility]
page = "over/toegankelijkheid/"
publisher = "Gemeente <Voorbeeld>"
law = "het Bestuursdecreet"
status = "partial"
confirmed = 2025-06-02
method = "third-party"
prepared = 2025-05-01
reviewed = 2025-06-01
mail = "toegankelijk@voorbeeld.be"
form = "https://voorbeeld.be/formulier/"
phone = "02 000 00 00"
enforcement = "de ombudsdienst"
enforcement_link = "https://voorbeeld.be/ombudsdienst/"

[accessibility.exceptions.pdf]
heading = "noncompliance"
what = "Een pdf heeft geen labels."
alternative = "de tekst op de pagina."

[accessibility.exceptions.archief]
heading = "scope"
what = "Een oud archief."
"""


def read(text=WHOLE):
    """The statement in a text of settings."""
    return statement_in(SettingsFile(text))
