"""The guide's data as HTML, for pages: every function takes the library and gives one block of HTML.

`root` leads from the page to the root of the site ('../../'). Everything from YAML is escaped in `parts`.
"""
