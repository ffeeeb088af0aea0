"""How texts read: sentences, measures and word lists. For the checker only; the browser never loads this."""
