"""What is Dutch in the measures of language: lists of words, numbers, verbs."""
