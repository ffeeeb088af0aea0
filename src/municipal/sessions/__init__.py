"""A session as what a trainer takes along: from its data to sheets, slides, texts and one archive."""
