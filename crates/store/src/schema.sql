-- One action by one person.
CREATE TABLE step(
  id TEXT PRIMARY KEY,                                            -- UUIDv7
  at TEXT NOT NULL,                                               -- RFC 3339, UTC, milliseconds
  author TEXT NOT NULL,                                           -- a person object's id, never a name; empty when nobody was named
  run TEXT NOT NULL,                                              -- random for each opening of the program: whose undo this is
  op TEXT NOT NULL, args TEXT NOT NULL CHECK(json_valid(args)),   -- a code and ids; the words are the interface's
  undoes TEXT                                                     -- the step this one takes back; such a step has no changes
) STRICT, WITHOUT ROWID;
CREATE INDEX step_run ON step(run);
CREATE INDEX step_undoes ON step(id, undoes) WHERE undoes IS NOT NULL;

-- What it set; never altered afterwards. A rowid table on purpose: long texts in a table
-- without rowid would fill its inner pages.
CREATE TABLE change(
  step TEXT NOT NULL REFERENCES step,
  doc TEXT NOT NULL, obj TEXT NOT NULL, field TEXT NOT NULL,
  value TEXT CHECK(value IS NULL OR json_valid(value)),           -- NULL = removed
  replaces TEXT NOT NULL CHECK(json_valid(replaces)),             -- the steps whose value the writer saw
  live INTEGER NOT NULL,                                          -- derived, see live.rs
  PRIMARY KEY(obj, field, step)
) STRICT;
CREATE INDEX change_live ON change(doc) WHERE live;
CREATE INDEX change_live_place ON change(obj, field, step) WHERE live;
CREATE INDEX change_step ON change(step);

-- Logos, bilagor, template packs, the data and PDF of editions; known by what they contain.
CREATE TABLE blob(
  sha256 BLOB PRIMARY KEY NOT NULL,
  media_type TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

-- A document as it was handed in or adopted; never altered and never removed.
CREATE TABLE edition(
  id TEXT PRIMARY KEY,
  doc TEXT NOT NULL,
  number TEXT NOT NULL,
  kind TEXT NOT NULL CHECK(kind IN ('submitted', 'adopted', 'received')),
  at TEXT NOT NULL, author TEXT NOT NULL,
  step TEXT NOT NULL REFERENCES step,                             -- the newest step whose changes it holds
  data BLOB NOT NULL REFERENCES blob,
  template BLOB NOT NULL REFERENCES blob,
  pdf BLOB NOT NULL REFERENCES blob,
  facts TEXT NOT NULL CHECK(json_valid(facts))
) STRICT, WITHOUT ROWID;
CREATE INDEX edition_doc ON edition(doc);
CREATE TRIGGER edition_stays BEFORE UPDATE ON edition
  BEGIN SELECT raise(ABORT, 'an edition cannot be changed'); END;
CREATE TRIGGER edition_remains BEFORE DELETE ON edition
  BEGIN SELECT raise(ABORT, 'an edition cannot be removed'); END;

-- One row: files with different ids never merge.
CREATE TABLE workspace(
  one INTEGER PRIMARY KEY CHECK(one = 1),
  id TEXT NOT NULL
) STRICT;
