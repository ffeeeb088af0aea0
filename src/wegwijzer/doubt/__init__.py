"""For who doubts: what all ways on from here share, which question decides most, and which answers led to an advice."""
