"""What is English in the measures of language: lists of words, numbers, verbs.

There is no `address`: English has one word for ‘you’.
"""
