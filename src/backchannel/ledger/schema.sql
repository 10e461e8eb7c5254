-- The ledger as it is now. This file is for reading: what makes a ledger are the migrations, and a test proves that
-- applying them gives exactly this. `body` is the JSON of a dataclass of model.py and holds everything; a column stands
-- beside it only where something is searched, joined or ordered by it. `seq` ties a row to its words in the index.

PRAGMA application_id = 1111705676; -- "BCHL"

-- ---------------------------------------------------------------------------------------------------------------------
-- STORED: what was read and what people said. Rows are added, never changed or removed; triggers at the end see to it.
-- ---------------------------------------------------------------------------------------------------------------------

CREATE TABLE article (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  body TEXT NOT NULL
);

-- A page that was read: the hash of its content, the article it turned out to be (several pages can be one article),
-- where it was found, and the version of the reader that read it.
CREATE TABLE page (
  id TEXT NOT NULL PRIMARY KEY,
  article TEXT NOT NULL REFERENCES article (id),
  source TEXT NOT NULL,
  reader TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX page_article ON page (article);

-- `quote` is a copy of the sentence, for the index of words.
CREATE TABLE claim (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article TEXT NOT NULL REFERENCES article (id),
  quote TEXT NOT NULL,
  body TEXT NOT NULL
);

CREATE INDEX claim_article ON claim (article);

CREATE TABLE problem (
  id TEXT NOT NULL PRIMARY KEY,
  source TEXT NOT NULL,
  step TEXT NOT NULL,
  body TEXT NOT NULL
) WITHOUT ROWID;

-- A page that could not be read, and why. It is not tried again.
CREATE TABLE page_problem (
  page TEXT NOT NULL,
  problem TEXT NOT NULL REFERENCES problem (id),
  PRIMARY KEY (page, problem)
) WITHOUT ROWID;

CREATE INDEX page_problem_problem ON page_problem (problem);

-- People's judgements. The program's are derived.
CREATE TABLE judgement (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  body TEXT NOT NULL
);

-- The words of the stored rows, filled in the transaction that adds the row.
CREATE VIRTUAL TABLE claim_words USING fts5 (
  quote, content = 'claim', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE VIRTUAL TABLE article_words USING fts5 (
  title, text, content = '', tokenize = 'unicode61 remove_diacritics 2'
);

-- ---------------------------------------------------------------------------------------------------------------------
-- DERIVED: what settling made of the stored rows. It can be rebuilt from nothing at any time.
-- ---------------------------------------------------------------------------------------------------------------------

CREATE TABLE entity (
  id TEXT NOT NULL PRIMARY KEY,
  body TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE contact (
  id TEXT NOT NULL PRIMARY KEY,
  body TEXT NOT NULL
) WITHOUT ROWID;

-- The claims a contact rests on, those of its responses included.
CREATE TABLE contact_claim (
  contact TEXT NOT NULL REFERENCES contact (id),
  claim TEXT NOT NULL REFERENCES claim (id),
  PRIMARY KEY (contact, claim)
) WITHOUT ROWID;

CREATE INDEX contact_claim_claim ON contact_claim (claim);

CREATE TABLE contact_article (
  contact TEXT NOT NULL REFERENCES contact (id),
  article TEXT NOT NULL REFERENCES article (id),
  PRIMARY KEY (contact, article)
) WITHOUT ROWID;

CREATE INDEX contact_article_article ON contact_article (article);

-- Names or claims, `one` and `other`, that are the same or may be.
CREATE TABLE program_judgement (
  id TEXT NOT NULL PRIMARY KEY,
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  verdict TEXT NOT NULL,
  body TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX program_judgement_one ON program_judgement (one);

CREATE INDEX program_judgement_other ON program_judgement (other);

-- What settling goes on from: each name of a person and each description, with its entity and the blocks it is found by.
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

-- What the tellings of an article are found by: parties with a week, a place, a source.
CREATE TABLE clue (
  clue INTEGER NOT NULL,
  article TEXT NOT NULL,
  PRIMARY KEY (clue, article)
) WITHOUT ROWID;

CREATE INDEX clue_article ON clue (article);

-- The keys of an article's passages: articles that share a passage share some.
CREATE TABLE passage (
  key INTEGER NOT NULL,
  article TEXT NOT NULL,
  PRIMARY KEY (key, article)
) WITHOUT ROWID;

CREATE INDEX passage_article ON passage (article);

-- Two articles that have text in common; `one` has the lesser id.
CREATE TABLE copy (
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (one, other)
) WITHOUT ROWID;

CREATE INDEX copy_other ON copy (other);

-- What the articles on a story are found by: pairs of actors with half a month.
CREATE TABLE story (
  key INTEGER NOT NULL,
  article TEXT NOT NULL,
  PRIMARY KEY (key, article)
) WITHOUT ROWID;

-- Where each article has from what it tells. `parent` is an article, or null.
CREATE TABLE descent (
  article TEXT NOT NULL PRIMARY KEY,
  parent TEXT,
  body TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX descent_parent ON descent (parent);

-- One row: the last rows of article and judgement that the derived tables were made from.
CREATE TABLE settling (
  only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  article INTEGER NOT NULL,
  judgement INTEGER NOT NULL
);

-- ---------------------------------------------------------------------------------------------------------------------
-- Stored rows stay as they are.
-- ---------------------------------------------------------------------------------------------------------------------

CREATE TRIGGER article_stays BEFORE DELETE ON article BEGIN SELECT RAISE(ABORT, 'articles stay'); END;
CREATE TRIGGER article_as_is BEFORE UPDATE ON article BEGIN SELECT RAISE(ABORT, 'articles stay as they are'); END;
CREATE TRIGGER page_stays BEFORE DELETE ON page BEGIN SELECT RAISE(ABORT, 'pages stay'); END;
CREATE TRIGGER page_as_is BEFORE UPDATE ON page BEGIN SELECT RAISE(ABORT, 'pages stay as they are'); END;
CREATE TRIGGER claim_stays BEFORE DELETE ON claim BEGIN SELECT RAISE(ABORT, 'claims stay'); END;
CREATE TRIGGER claim_as_is BEFORE UPDATE ON claim BEGIN SELECT RAISE(ABORT, 'claims stay as they are'); END;
CREATE TRIGGER problem_stays BEFORE DELETE ON problem BEGIN SELECT RAISE(ABORT, 'problems stay'); END;
CREATE TRIGGER problem_as_is BEFORE UPDATE ON problem BEGIN SELECT RAISE(ABORT, 'problems stay as they are'); END;
CREATE TRIGGER judgement_stays BEFORE DELETE ON judgement BEGIN SELECT RAISE(ABORT, 'judgements stay'); END;
CREATE TRIGGER judgement_as_is BEFORE UPDATE ON judgement BEGIN SELECT RAISE(ABORT, 'judgements stay as they are'); END;
