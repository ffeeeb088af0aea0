"""A tree ready to walk: what it refers to filled in, its nodes numbered, and the one answer to where an answer leads."""
