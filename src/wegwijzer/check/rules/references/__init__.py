"""Rules on what refers to something else (W1)."""
