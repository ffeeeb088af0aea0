"""What a reader notices between two versions."""
