"""Show a site while somebody writes it."""
