-- Settling says which article has from which what it tells: settle anew.
CREATE TABLE story (
  key INTEGER NOT NULL,
  article TEXT NOT NULL,
  PRIMARY KEY (key, article)
) WITHOUT ROWID;

CREATE TABLE descent (
  article TEXT NOT NULL PRIMARY KEY,
  parent TEXT,
  body TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX descent_parent ON descent (parent);

DELETE FROM settling;
