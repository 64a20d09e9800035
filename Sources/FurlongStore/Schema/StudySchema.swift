/// The tables of the study file, as numbered migrations that are only ever added to.
///
/// Days are whole days from 1970-01-01: `date(day * 86400, 'unixepoch')` prints one.
enum StudySchema {
  /// Migration *n* (from 1) lifts a file from form *n* − 1 to form *n*.
  static let migrations = [first, second, third]

  private static let first = """
    CREATE TABLE study (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      study_id TEXT NOT NULL CHECK (study_id <> ''),
      has_register INTEGER NOT NULL DEFAULT 0 CHECK (has_register IN (0, 1)),
      settled INTEGER NOT NULL DEFAULT 1 CHECK (settled IN (0, 1))
    ) STRICT;

    -- One export, as it was imported last.
    CREATE TABLE batch (
      id INTEGER PRIMARY KEY,
      file TEXT NOT NULL UNIQUE CHECK (file <> ''),
      map TEXT NOT NULL,
      kind TEXT NOT NULL
        CHECK (kind IN ('people', 'caseload', 'scores', 'attendance', 'events', 'stories', 'codings')),
      content_digest TEXT NOT NULL,
      rule_digest TEXT NOT NULL,
      rows_read INTEGER NOT NULL CHECK (rows_read >= 0),
      rows_skipped INTEGER NOT NULL CHECK (rows_skipped >= 0),
      rows_refused INTEGER NOT NULL CHECK (rows_refused >= 0),
      stopped INTEGER NOT NULL CHECK (stopped IN (0, 1)),
      covers_from INTEGER,
      covers_to INTEGER,
      no_rows_means TEXT CHECK (no_rows_means IN ('none happened', 'not known')),
      CHECK ((covers_from IS NULL) = (covers_to IS NULL)),
      CHECK (covers_from IS NULL OR covers_from <= covers_to)
    ) STRICT;
    CREATE TABLE batch_event (
      batch INTEGER NOT NULL REFERENCES batch ON DELETE CASCADE,
      event TEXT NOT NULL CHECK (event <> ''),
      PRIMARY KEY (batch, event)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE batch_identifier_kind (
      batch INTEGER NOT NULL REFERENCES batch ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('local_id', 'student_id', 'nhs_number')),
      PRIMARY KEY (batch, kind)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE person (id INTEGER PRIMARY KEY) STRICT;
    -- Only keyed hashes fit: 64 hexadecimal digits.
    CREATE TABLE identifier (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('local_id', 'student_id', 'nhs_number')),
      hash TEXT NOT NULL CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
      person INTEGER REFERENCES person,
      UNIQUE (kind, hash)
    ) STRICT;
    CREATE INDEX identifier_person ON identifier (person);

    -- One row of an export. Unplaced: whose it is cannot be said. Disputed: another row says otherwise.
    CREATE TABLE entry (
      id INTEGER PRIMARY KEY,
      batch INTEGER NOT NULL REFERENCES batch ON DELETE CASCADE,
      source_row INTEGER NOT NULL CHECK (source_row >= 1),
      person INTEGER REFERENCES person,
      unplaced INTEGER NOT NULL DEFAULT 0 CHECK (unplaced IN (0, 1)),
      disputed INTEGER NOT NULL DEFAULT 0 CHECK (disputed IN (0, 1)),
      UNIQUE (batch, source_row)
    ) STRICT;
    CREATE INDEX entry_person ON entry (person);
    CREATE TABLE entry_identifier (
      entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
      identifier INTEGER NOT NULL REFERENCES identifier,
      PRIMARY KEY (entry, identifier)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX entry_identifier_identifier ON entry_identifier (identifier);

    CREATE TABLE about (
      entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
      name TEXT NOT NULL CHECK (name <> ''),
      value TEXT NOT NULL,
      PRIMARY KEY (entry, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE registration (
      entry INTEGER PRIMARY KEY REFERENCES entry ON DELETE CASCADE,
      registered_on INTEGER,
      known_from INTEGER,
      left_on INTEGER
    ) STRICT;
    CREATE TABLE form (
      id INTEGER PRIMARY KEY,
      entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
      scale TEXT NOT NULL CHECK (scale <> ''),
      day INTEGER,
      occasion TEXT,
      answers TEXT NOT NULL CHECK (answers GLOB 'items:*' OR answers GLOB 'total:*'),
      answered INTEGER CHECK (answered >= 0),
      copy INTEGER NOT NULL DEFAULT 0 CHECK (copy IN (0, 1)),
      CHECK (day IS NOT NULL OR occasion IS NOT NULL),
      CHECK ((answered IS NULL) = (answers GLOB 'total:*'))
    ) STRICT;
    CREATE INDEX form_entry ON form (entry);
    CREATE TABLE place (
      entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
      course TEXT NOT NULL,
      day INTEGER NOT NULL,
      status TEXT NOT NULL CHECK (status IN
        ('attended', 'missed', 'cancelled by student', 'cancelled by college')),
      copy INTEGER NOT NULL DEFAULT 0 CHECK (copy IN (0, 1))
    ) STRICT;
    CREATE INDEX place_entry ON place (entry);
    -- on day: from_day alone. nights: up to, not including, to_day (open = null). counted: days from day 0.
    CREATE TABLE event (
      id INTEGER PRIMARY KEY,
      entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
      event TEXT NOT NULL CHECK (event <> ''),
      shape TEXT NOT NULL CHECK (shape IN ('on day', 'nights', 'counted')),
      from_day INTEGER NOT NULL,
      to_day INTEGER,
      count INTEGER CHECK (count >= 0),
      spell_from INTEGER,
      spell_to INTEGER,
      copy INTEGER NOT NULL DEFAULT 0 CHECK (copy IN (0, 1)),
      CHECK (shape <> 'on day' OR to_day IS NULL),
      CHECK (shape <> 'nights' OR to_day IS NULL OR to_day >= from_day),
      CHECK (shape <> 'counted' OR (to_day IS NOT NULL AND to_day > from_day)),
      CHECK ((count IS NOT NULL) = (shape = 'counted'))
    ) STRICT;
    CREATE INDEX event_entry ON event (entry);
    CREATE TABLE story (
      entry INTEGER PRIMARY KEY REFERENCES entry ON DELETE CASCADE,
      story TEXT NOT NULL CHECK (story <> ''),
      told_on INTEGER,
      text TEXT NOT NULL,
      consent_level INTEGER NOT NULL CHECK (consent_level BETWEEN 0 AND 6),
      consent_given_on INTEGER,
      consent_until INTEGER,
      withdrawn_on INTEGER,
      reviewed_on INTEGER,
      copy INTEGER NOT NULL DEFAULT 0 CHECK (copy IN (0, 1))
    ) STRICT;
    CREATE INDEX story_story ON story (story);
    CREATE TABLE coding (
      entry INTEGER PRIMARY KEY REFERENCES entry ON DELETE CASCADE,
      story TEXT NOT NULL CHECK (story <> ''),
      coder TEXT NOT NULL CHECK (coder <> ''),
      code TEXT,
      copy INTEGER NOT NULL DEFAULT 0 CHECK (copy IN (0, 1))
    ) STRICT;

    -- What was wrong: found while reading, while placing rows with people, or while comparing rows.
    CREATE TABLE problem (
      id INTEGER PRIMARY KEY,
      batch INTEGER NOT NULL REFERENCES batch ON DELETE CASCADE,
      origin TEXT NOT NULL CHECK (origin IN ('reading', 'identity', 'duplicates')),
      severity TEXT NOT NULL CHECK (severity IN ('note', 'warning', 'set-aside', 'stop')),
      code TEXT NOT NULL CHECK (code <> ''),
      source_row INTEGER CHECK (source_row >= 1),
      heading TEXT,
      message TEXT NOT NULL,
      fix TEXT NOT NULL
    ) STRICT;
    CREATE INDEX problem_batch ON problem (batch, origin);
    """

  /// The digest of the plan that was frozen last.
  private static let second = "ALTER TABLE study ADD COLUMN frozen_plan TEXT;"

  /// Forms that say in which state a person is, and after which course they were filled in.
  private static let third = """
    CREATE TABLE form_of_third (
      id INTEGER PRIMARY KEY,
      entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
      scale TEXT NOT NULL CHECK (scale <> ''),
      day INTEGER,
      occasion TEXT,
      answers TEXT NOT NULL
        CHECK (answers GLOB 'items:*' OR answers GLOB 'total:*' OR answers GLOB 'state:?*'),
      answered INTEGER CHECK (answered >= 0),
      course TEXT CHECK (course <> ''),
      copy INTEGER NOT NULL DEFAULT 0 CHECK (copy IN (0, 1)),
      CHECK (day IS NOT NULL OR occasion IS NOT NULL),
      CHECK ((answered IS NOT NULL) = (answers GLOB 'items:*'))
    ) STRICT;
    INSERT INTO form_of_third (id, entry, scale, day, occasion, answers, answered, copy)
      SELECT id, entry, scale, day, occasion, answers, answered, copy FROM form;
    DROP TABLE form;
    ALTER TABLE form_of_third RENAME TO form;
    CREATE INDEX form_entry ON form (entry);
    """
}
