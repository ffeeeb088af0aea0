"""Rules on how a tree hangs together: proof, not hope (W2)."""
