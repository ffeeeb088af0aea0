"""Short words that shout when they stand in capitals, and names that are written so."""

COMMON = "ALTIJD|NOOIT|NIET|GEEN|MOET|METEEN|DIRECT|ENKEL|ALLEEN|STOP|LET|MAG|WEL|NU|EERST|BELANGRIJK"
NAMES = "UNICEF|RHETORIC"
