"""What a site needs to be put online. Every function takes the folder of a finished site or the text of one page, and
says what it changes; none knows the generator. Used by finish_site.py.
"""
