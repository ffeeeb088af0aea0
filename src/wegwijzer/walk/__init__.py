"""A walk is a list of answers, replayed: what the page, the command line and the cases share."""
