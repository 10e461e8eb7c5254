-- Settling compares texts: settle anew.
CREATE TABLE passage (
  key INTEGER NOT NULL,
  article TEXT NOT NULL,
  PRIMARY KEY (key, article)
) WITHOUT ROWID;

CREATE INDEX passage_article ON passage (article);

CREATE TABLE copy (
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (one, other)
) WITHOUT ROWID;

CREATE INDEX copy_other ON copy (other);

DELETE FROM settling;
