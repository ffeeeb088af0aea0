"""The guide's data as HTML, for pages: every function takes the place of a block and gives its HTML."""
