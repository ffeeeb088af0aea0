"""What the site is made of and whose it is: the list in licenses/parts.yml, told in three ways."""
