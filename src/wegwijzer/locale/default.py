"""The language until a project says which. The runtime of a site in another language has another line here."""

LANGUAGE = "nl"
