"""The nouns: what the rest of the program speaks about. Standard library only."""
