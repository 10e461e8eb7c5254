"""What a language knows, as data: one folder a language, one table a kind of knowledge, each row with an example."""
