"""Which kinds of content there are: their files, ids and references, and what a project holds of each."""
