"""What goes on paper, and diagrams as pictures. See scripts/build_posters.py and scripts/build_pictures.py."""
