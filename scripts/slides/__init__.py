"""Slides for trainers: measuring, spreading over slides, and writing PowerPoint. See scripts/build_slides.py."""
