"""Rules on the file of one who publishes the trees as its own."""
