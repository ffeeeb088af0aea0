"""Which situations of a tree exist, and what follows from that: dead ends, what nobody reaches, what content shows."""
