"""The codes that reading a file can give: what each means stands with the pages on the rules (`locale/nl/rules/`)."""

READING = tuple(f"W{number:03}" for number in range(1, 17))
