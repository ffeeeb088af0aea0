"""What is of this site alone: the guide around the trees for Flemish local governments. It uses what `wegwijzer` publishes.

`kinds` holds the kinds of content and `rules` what the checker says of them; `wegwijzer.toml` names this package.
"""
