"""What the checker says of this site's own kinds of content."""
