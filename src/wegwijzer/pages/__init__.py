"""What pages can ask for: macros that give HTML, whatever generator makes the page."""
