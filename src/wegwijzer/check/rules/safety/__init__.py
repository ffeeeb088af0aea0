"""Rules on harm: danger, evidence, links, what a form can hold (W4)."""
