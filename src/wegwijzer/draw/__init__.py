"""What is drawn: letters, diagrams by Graphviz, and pictures of them."""
