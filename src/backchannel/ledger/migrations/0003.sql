-- Settling goes on from where it was: it keeps the names it joined and what each article can be found by.
CREATE TABLE name (
  key TEXT NOT NULL PRIMARY KEY,
  entity TEXT NOT NULL,
  body TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX name_entity ON name (entity);

CREATE TABLE name_block (
  block TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (block, name)
) WITHOUT ROWID;

CREATE TABLE clue (
  clue INTEGER NOT NULL,
  article TEXT NOT NULL,
  PRIMARY KEY (clue, article)
) WITHOUT ROWID;

CREATE INDEX clue_article ON clue (article);

DROP TABLE program_judgement;

CREATE TABLE program_judgement (
  id TEXT NOT NULL PRIMARY KEY,
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  verdict TEXT NOT NULL,
  body TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX program_judgement_one ON program_judgement (one);

CREATE INDEX program_judgement_other ON program_judgement (other);

DROP TABLE settling;

CREATE TABLE settling (
  only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  article INTEGER NOT NULL,
  judgement INTEGER NOT NULL
);
