"""A node of a tree as every form shows it, in words, before any form lays it out."""
