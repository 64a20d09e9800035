/// The tables of the study file.
///
/// The file is made of the exports alone, so a file of another form is not lifted: it is emptied, and the next import
/// fills it again.
///
/// Days are whole days from 1970-01-01: `date(day * 86400, 'unixepoch')` prints one. Rows of exports are many and
/// narrow: each knows its mention (which export, whose) and the row that it came from, and no index is kept that no
/// question needs.
enum StudySchema {
  /// The form of the tables; a change of any of them is another form.
  static let form = 11

  /// The tables that hold what rows say; each has `mention` and `source_row`.
  static let tablesOfRows = [
    "bare", "about", "registration", "form", "place", "event", "stay", "tally", "story", "coding",
    "unit_month",
  ]

  static let tables = """
    CREATE TABLE study (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      study_id TEXT NOT NULL CHECK (study_id <> ''),
      has_register INTEGER NOT NULL DEFAULT 0 CHECK (has_register IN (0, 1)),
      settled INTEGER NOT NULL DEFAULT 1 CHECK (settled IN (0, 1)),
      -- The digest of the plan that was frozen last.
      frozen_plan TEXT
    ) STRICT;
    -- What of the rows a plan can use, as it was found last; gone with the first change of a row.
    -- Where what is looked for changes, so does the form of the tables.
    CREATE TABLE completeness (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      plan TEXT NOT NULL,
      found TEXT NOT NULL
    ) STRICT;
    -- The sum of all other pages (Seal.swift); no row while the file is being changed.
    CREATE TABLE seal (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      sum BLOB NOT NULL CHECK (length(sum) = 32)
    ) STRICT;

    -- One export, as it was imported last.
    CREATE TABLE batch (
      id INTEGER PRIMARY KEY,
      file TEXT NOT NULL UNIQUE CHECK (file <> ''),
      map TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN
        ('people', 'caseload', 'scores', 'attendance', 'events', 'stories', 'codings', 'units')),
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
      -- Whether it holds home leave from stays of the event, and not the event.
      is_leave INTEGER NOT NULL CHECK (is_leave IN (0, 1)),
      PRIMARY KEY (batch, event, is_leave)
    ) STRICT, WITHOUT ROWID;
    -- Rows that were skipped for another reason than that they are blank.
    CREATE TABLE batch_skip (
      batch INTEGER NOT NULL REFERENCES batch ON DELETE CASCADE,
      why TEXT NOT NULL CHECK (why <> ''),
      source_rows INTEGER NOT NULL CHECK (source_rows >= 1),
      PRIMARY KEY (batch, why)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE batch_identifier_kind (
      batch INTEGER NOT NULL REFERENCES batch ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('local_id', 'student_id', 'nhs_number')),
      PRIMARY KEY (batch, kind)
    ) STRICT, WITHOUT ROWID;

    -- Only keyed hashes fit: 32 bytes. A person is a number that identifiers share.
    CREATE TABLE identifier (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('local_id', 'student_id', 'nhs_number')),
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      person INTEGER,
      UNIQUE (kind, hash)
    ) STRICT;

    -- The rows of an export that hold the same identifiers: whose they are is said once for all of them.
    -- Not placed: that cannot be said. Codings and units are nobody's, and placed. The numbers of a batch follow one another.
    CREATE TABLE mention (
      id INTEGER PRIMARY KEY,
      batch INTEGER NOT NULL REFERENCES batch ON DELETE CASCADE,
      source_rows INTEGER NOT NULL CHECK (source_rows >= 1),
      person INTEGER,
      placed INTEGER NOT NULL DEFAULT 0 CHECK (placed IN (0, 1))
    ) STRICT;
    CREATE TABLE mention_identifier (
      mention INTEGER NOT NULL REFERENCES mention ON DELETE CASCADE,
      identifier INTEGER NOT NULL,
      PRIMARY KEY (mention, identifier)
    ) STRICT, WITHOUT ROWID;
    -- Rows that others disagree with: all that they say is left out.
    CREATE TABLE disputed (
      mention INTEGER NOT NULL REFERENCES mention ON DELETE CASCADE,
      source_row INTEGER NOT NULL,
      PRIMARY KEY (mention, source_row)
    ) STRICT, WITHOUT ROWID;

    -- Rows that name somebody and say nothing else.
    CREATE TABLE bare (
      mention INTEGER NOT NULL,
      source_row INTEGER NOT NULL CHECK (source_row >= 1)
    ) STRICT;
    CREATE TABLE about (
      mention INTEGER NOT NULL,
      source_row INTEGER NOT NULL CHECK (source_row >= 1),
      name TEXT NOT NULL CHECK (name <> ''),
      value TEXT NOT NULL
    ) STRICT;
    CREATE TABLE registration (
      mention INTEGER NOT NULL,
      source_row INTEGER NOT NULL CHECK (source_row >= 1),
      registered_on INTEGER,
      known_from INTEGER,
      left_on INTEGER,
      PRIMARY KEY (mention, source_row)
    ) STRICT, WITHOUT ROWID;
    -- answers: JSON, [3, null, 4] of items, a number of a total, a text of a state.
    CREATE TABLE form (
      id INTEGER PRIMARY KEY,
      mention INTEGER NOT NULL,
      source_row INTEGER NOT NULL CHECK (source_row >= 1),
      scale TEXT NOT NULL CHECK (scale <> ''),
      day INTEGER,
      occasion TEXT,
      answers TEXT NOT NULL
        CHECK (answers GLOB '[[]*]' OR answers GLOB '[-0-9]*' OR answers GLOB '"?*"'),
      answered INTEGER CHECK (answered >= 0),
      course TEXT CHECK (course <> ''),
      copy INTEGER NOT NULL DEFAULT 0 CHECK (copy IN (0, 1)),
      CHECK (day IS NOT NULL OR occasion IS NOT NULL),
      CHECK ((answered IS NOT NULL) = (answers GLOB '[[]*'))
    ) STRICT;
    CREATE TABLE place (
      id INTEGER PRIMARY KEY,
      mention INTEGER NOT NULL,
      source_row INTEGER NOT NULL CHECK (source_row >= 1),
      course TEXT NOT NULL,
      day INTEGER NOT NULL,
      status TEXT NOT NULL CHECK (status IN
        ('attended', 'missed', 'cancelled by student', 'cancelled by college')),
      -- How long the session lasts; null where the export does not say.
      minutes INTEGER CHECK (minutes > 0),
      copy INTEGER NOT NULL DEFAULT 0 CHECK (copy IN (0, 1))
    ) STRICT;

    CREATE TABLE event_kind (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE CHECK (name <> '')
    ) STRICT;
    -- Events on a day: by far the most rows.
    CREATE TABLE event (
      mention INTEGER NOT NULL,
      source_row INTEGER NOT NULL CHECK (source_row >= 1),
      kind INTEGER NOT NULL,
      day INTEGER NOT NULL
    ) STRICT;
    -- What a spell gives: its nights or days up to, not including, to_day (open = null), or its start (nights = 0);
    -- nights = 2 are nights at home on leave from one.
    CREATE TABLE stay (
      id INTEGER PRIMARY KEY,
      mention INTEGER NOT NULL,
      source_row INTEGER NOT NULL CHECK (source_row >= 1),
      kind INTEGER NOT NULL,
      nights INTEGER NOT NULL CHECK (nights IN (0, 1, 2)),
      from_day INTEGER NOT NULL,
      to_day INTEGER,
      spell_from INTEGER NOT NULL,
      spell_to INTEGER,
      copy INTEGER NOT NULL DEFAULT 0 CHECK (copy IN (0, 1)),
      CHECK (to_day IS NULL OR to_day >= from_day),
      CHECK (nights > 0 OR to_day = from_day + 1)
    ) STRICT;
    -- Counts over days from day 0.
    CREATE TABLE tally (
      id INTEGER PRIMARY KEY,
      mention INTEGER NOT NULL,
      source_row INTEGER NOT NULL CHECK (source_row >= 1),
      kind INTEGER NOT NULL,
      from_day INTEGER NOT NULL,
      to_day INTEGER NOT NULL CHECK (to_day > from_day),
      count INTEGER NOT NULL CHECK (count >= 0),
      copy INTEGER NOT NULL DEFAULT 0 CHECK (copy IN (0, 1))
    ) STRICT;

    CREATE TABLE story (
      id INTEGER PRIMARY KEY,
      mention INTEGER NOT NULL,
      source_row INTEGER NOT NULL CHECK (source_row >= 1),
      story TEXT NOT NULL CHECK (story <> ''),
      told_on INTEGER,
      text TEXT NOT NULL,
      -- A bit for each purpose that was agreed to, in the order of ConsentPurpose.
      agreed INTEGER NOT NULL CHECK (agreed BETWEEN 0 AND 127),
      consent_given_on INTEGER,
      consent_until INTEGER,
      withdrawn_on INTEGER,
      reviewed_on INTEGER,
      copy INTEGER NOT NULL DEFAULT 0 CHECK (copy IN (0, 1))
    ) STRICT;
    CREATE TABLE coding (
      id INTEGER PRIMARY KEY,
      mention INTEGER NOT NULL,
      source_row INTEGER NOT NULL CHECK (source_row >= 1),
      story TEXT NOT NULL CHECK (story <> ''),
      coder TEXT NOT NULL CHECK (coder <> ''),
      code TEXT,
      span_from INTEGER,
      span_to INTEGER CHECK (span_to > span_from),
      copy INTEGER NOT NULL DEFAULT 0 CHECK (copy IN (0, 1))
    ) STRICT;

    -- What happened on a ward, team or course in a calendar month, and over what it is counted: of nobody by name.
    CREATE TABLE unit_month (
      id INTEGER PRIMARY KEY,
      mention INTEGER NOT NULL,
      source_row INTEGER NOT NULL CHECK (source_row >= 1),
      kind TEXT NOT NULL CHECK (kind <> ''),
      unit TEXT NOT NULL CHECK (unit <> ''),
      month INTEGER NOT NULL,
      number INTEGER NOT NULL CHECK (number >= 0),
      over REAL NOT NULL CHECK (over >= 0),
      copy INTEGER NOT NULL DEFAULT 0 CHECK (copy IN (0, 1))
    ) STRICT;

    -- What was wrong: found while reading, while placing rows with people, or while comparing rows.
    -- Thousands of rows can have the same wrong with them: its words stand once.
    CREATE TABLE complaint (
      id INTEGER PRIMARY KEY,
      severity TEXT NOT NULL CHECK (severity IN ('note', 'warning', 'set-aside', 'stop')),
      code TEXT NOT NULL CHECK (code <> ''),
      message TEXT NOT NULL,
      fix TEXT NOT NULL,
      UNIQUE (code, message, severity, fix)
    ) STRICT;
    CREATE TABLE problem (
      batch INTEGER NOT NULL REFERENCES batch ON DELETE CASCADE,
      origin TEXT NOT NULL CHECK (origin IN ('reading', 'identity', 'duplicates')),
      complaint INTEGER NOT NULL,
      source_row INTEGER CHECK (source_row >= 1),
      heading TEXT
    ) STRICT;
    """
}
