-- The first ledger. schema.sql says what each table is for.

PRAGMA application_id = 1111705676;

CREATE TABLE article (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  body TEXT NOT NULL
);

CREATE TABLE page (
  id TEXT NOT NULL PRIMARY KEY,
  article TEXT NOT NULL REFERENCES article (id),
  source TEXT NOT NULL,
  reader TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX page_article ON page (article);

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

CREATE TABLE page_problem (
  page TEXT NOT NULL,
  problem TEXT NOT NULL REFERENCES problem (id),
  PRIMARY KEY (page, problem)
) WITHOUT ROWID;

CREATE INDEX page_problem_problem ON page_problem (problem);

CREATE TABLE judgement (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  body TEXT NOT NULL
);

CREATE VIRTUAL TABLE claim_words USING fts5 (
  quote, content = 'claim', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE VIRTUAL TABLE article_words USING fts5 (
  title, text, content = '', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE entity (
  id TEXT NOT NULL PRIMARY KEY,
  body TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE contact (
  id TEXT NOT NULL PRIMARY KEY,
  body TEXT NOT NULL
) WITHOUT ROWID;

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

CREATE TABLE program_judgement (
  id TEXT NOT NULL PRIMARY KEY,
  body TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE settling (
  only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  revision INTEGER NOT NULL
);

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
