"""Short words that shout when they stand in capitals, and names that are written so."""

COMMON = "ALWAYS|NEVER|NOT|NO|DO|DON[’']T|MUST|NOW|ONLY|ALL|ANY|STOP|FIRST|VERY|URGENT|AT ONCE"
NAMES = "EUROPOL|INTERPOL|UNESCO|UNICEF"
