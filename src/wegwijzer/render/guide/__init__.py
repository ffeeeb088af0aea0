"""The pieces of HTML that blocks on pages are made of, and the blocks about sources.

`root` leads from the page to the root of the site ('../../').
"""
