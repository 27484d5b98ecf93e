-- Schema 2: what a person said of findings. Lines are only added: the latest of a finding counts, the earlier ones tell what counted before.

CREATE TABLE verdicts (
    key     INTEGER PRIMARY KEY,
    finding TEXT NOT NULL,                   -- id of the finding; it may be coded no longer
    report  TEXT NOT NULL,                   -- hash of its report
    verdict TEXT NOT NULL,                   -- accepted rejected withdrawn
    why     TEXT,                            -- in the person's words
    json    TEXT NOT NULL,                   -- the finding's contract line as it was judged
    learned TEXT NOT NULL                    -- when it was judged
);
CREATE INDEX verdicts_finding ON verdicts (finding, key);
