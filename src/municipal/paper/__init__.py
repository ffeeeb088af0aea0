"""What this site prints besides the sheets of each tree."""
