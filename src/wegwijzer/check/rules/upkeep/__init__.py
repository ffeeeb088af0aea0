"""Rules on cases and on keeping content true (W3)."""
