"""Stands in for the colours of a terminal."""
