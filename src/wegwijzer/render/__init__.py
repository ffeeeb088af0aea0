"""From a tree to what people look at. Every renderer starts from the same views, so all forms agree."""
