"""Rules on how a text reads (W5)."""
