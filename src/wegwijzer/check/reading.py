"""The codes that reading a file can give: what each means stands with the pages on the rules (`rules/` in the folder of a language)."""

READING = tuple(f"W{number:03}" for number in range(1, 17))
