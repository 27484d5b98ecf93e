-- Schema 1: reports, what was found in them, what was set aside.
-- Days are ISO text (2020-10-15), moments ISO text in UTC (2026-11-21T20:00:00Z): both sort as they stand.

CREATE TABLE outlets (
    key    INTEGER PRIMARY KEY,
    name   TEXT NOT NULL UNIQUE,
    folded TEXT NOT NULL                     -- lower case, for searching
);

CREATE TABLE speakers (
    key    INTEGER PRIMARY KEY,
    name   TEXT NOT NULL UNIQUE,
    folded TEXT NOT NULL
);

CREATE TABLE reports (
    key             INTEGER PRIMARY KEY,
    hash            TEXT NOT NULL UNIQUE,    -- identity: SHA-256 of the text
    label           TEXT NOT NULL UNIQUE,    -- made unique in the record by a suffix
    uri             TEXT,
    title           TEXT,
    outlet          INTEGER REFERENCES outlets (key),
    published       TEXT,
    published_basis TEXT,
    reference_date  TEXT,
    reference_basis TEXT NOT NULL,
    dateline        TEXT,
    author          TEXT,
    language        TEXT,
    translated_from TEXT,
    told            TEXT,                    -- published, else reference_date
    learned         TEXT NOT NULL,           -- when the report first came into the record
    coded           TEXT NOT NULL,           -- when its present findings did
    data            TEXT NOT NULL,           -- version of the data that coded it
    json            TEXT NOT NULL,           -- the contract line, its text left empty
    text            TEXT NOT NULL
);
CREATE INDEX reports_told ON reports (told DESC, key);
CREATE INDEX reports_outlet ON reports (outlet, told DESC);
CREATE INDEX reports_uri ON reports (uri);

-- Where the same text came from; the first is the report's own uri.
CREATE TABLE sources (
    report    INTEGER NOT NULL REFERENCES reports (key),
    uri       TEXT NOT NULL,                 -- empty when it came without an address
    outlet    TEXT NOT NULL,                 -- empty when unknown
    published TEXT,
    learned   TEXT NOT NULL,
    PRIMARY KEY (report, uri, outlet)
) WITHOUT ROWID;

CREATE TABLE findings (
    key        INTEGER PRIMARY KEY,
    id         TEXT NOT NULL,
    report     INTEGER NOT NULL REFERENCES reports (key),
    ord        INTEGER NOT NULL,             -- place among the report's findings
    kind       TEXT NOT NULL,
    type       TEXT,                         -- event type, relation, measure, form, force
    status     TEXT,                         -- event status, phase, stage, likelihood
    day        TEXT NOT NULL,                -- for order: holds_from, else told, else empty
    holds_from TEXT,                         -- when it holds in the world
    holds_to   TEXT,
    told       TEXT,                         -- when it was told
    learned    TEXT NOT NULL,                -- when this record learned it
    retired    TEXT,                         -- when a later coding took its place; null: it stands
    speaker    INTEGER REFERENCES speakers (key),
    outlet     INTEGER REFERENCES outlets (key),
    score      REAL,                         -- events only
    main       INTEGER,                      -- events only
    confidence REAL NOT NULL,
    rule       TEXT NOT NULL,
    data       TEXT NOT NULL,
    json       TEXT NOT NULL                 -- the contract line
);
CREATE INDEX findings_id ON findings (id);
CREATE INDEX findings_report ON findings (report, ord);
CREATE INDEX findings_kind ON findings (kind, day DESC, key, holds_to, retired, learned);
CREATE INDEX findings_type ON findings (kind, type, day DESC, key, retired);
CREATE INDEX findings_outlet ON findings (outlet, kind, day DESC, key);
CREATE INDEX findings_speaker ON findings (speaker, kind, day DESC, key) WHERE speaker IS NOT NULL;

-- Every party of every finding, with what it is there.
CREATE TABLE parties (
    finding INTEGER NOT NULL REFERENCES findings (key),
    ord     INTEGER NOT NULL,
    role    TEXT NOT NULL,                   -- actor recipient speaker about subject object bearer toward consent by of
    code    TEXT NOT NULL,
    sector  TEXT,
    name    TEXT,
    PRIMARY KEY (finding, ord)
) WITHOUT ROWID;

-- For searching: one row for each code of a finding, and one for each pair.
CREATE TABLE involved (
    code    TEXT NOT NULL,
    kind    TEXT NOT NULL,
    day     TEXT NOT NULL,
    finding INTEGER NOT NULL REFERENCES findings (key),
    last    TEXT NOT NULL,                   -- holds_to, else empty
    side    INTEGER NOT NULL,                -- 1 acts or speaks, 2 is acted on or spoken of, 3 both
    PRIMARY KEY (code, kind, day DESC, finding)
) WITHOUT ROWID;

CREATE TABLE dyads (
    a       TEXT NOT NULL,                   -- a < b
    b       TEXT NOT NULL,
    kind    TEXT NOT NULL,
    day     TEXT NOT NULL,
    finding INTEGER NOT NULL REFERENCES findings (key),
    last    TEXT NOT NULL,
    PRIMARY KEY (a, b, kind, day DESC, finding)
) WITHOUT ROWID;

CREATE TABLE rejected (
    uri     TEXT NOT NULL,
    line    INTEGER NOT NULL,                -- from 1; 0 when the whole input is meant
    reason  TEXT NOT NULL,
    remedy  TEXT,
    learned TEXT NOT NULL,
    PRIMARY KEY (uri, line, reason)
) WITHOUT ROWID;

CREATE TABLE runs (
    key       INTEGER PRIMARY KEY,
    started   TEXT NOT NULL,
    data      TEXT NOT NULL,
    stored    INTEGER NOT NULL,
    replaced  INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    rejected  INTEGER NOT NULL,
    ended     TEXT NOT NULL
);
