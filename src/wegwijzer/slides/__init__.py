"""Slides for trainers: measuring, spreading over slides, and writing PowerPoint."""
