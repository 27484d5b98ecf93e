-- Schema 3: who said it, findings mended, added and merged by hand, what counts of each finding now and counted when, words for searching.

ALTER TABLE verdicts ADD COLUMN author TEXT;                                -- who said it; null: not said
ALTER TABLE verdicts ADD COLUMN mended TEXT;                                -- the contract line as it should be; null: as it was
ALTER TABLE verdicts ADD COLUMN target TEXT;                                -- merged: the finding that it is a further telling of
ALTER TABLE verdicts ADD COLUMN undoes INTEGER REFERENCES verdicts (key);   -- the line that this one takes back
ALTER TABLE verdicts ADD COLUMN restores INTEGER REFERENCES verdicts (key); -- the line that counts again; null: none, or nothing was taken back
CREATE INDEX verdicts_author ON verdicts (author, key);
CREATE UNIQUE INDEX verdicts_undoes ON verdicts (undoes) WHERE undoes IS NOT NULL;

-- 1: made or mended by a person, not retired by a later coding but when it no longer counts.
ALTER TABLE findings ADD COLUMN hand INTEGER NOT NULL DEFAULT 0;
CREATE INDEX findings_hand ON findings (report) WHERE hand = 1;
CREATE INDEX findings_doubt ON findings (confidence, report, ord, kind) WHERE retired IS NULL AND hand = 0;

-- What counts of a finding, drawn from the verdicts and the findings: a line for each time in which it did.
CREATE TABLE judgements (
    key     INTEGER PRIMARY KEY,
    finding TEXT NOT NULL,
    report  INTEGER NOT NULL REFERENCES reports (key),
    verdict INTEGER NOT NULL REFERENCES verdicts (key),
    code    TEXT NOT NULL,                   -- accepted rejected mended added merged
    author  TEXT,
    judged  TEXT NOT NULL,
    target  TEXT,
    hand    INTEGER REFERENCES findings (key), -- the row that stands by hand; null: none
    hides   INTEGER NOT NULL,                -- rows of the finding that are left out: 0 none, 1 the coded one, 2 all
    learned TEXT NOT NULL,
    retired TEXT                             -- null: it counts
);
CREATE INDEX judgements_finding ON judgements (finding);
CREATE INDEX judgements_report ON judgements (report);
CREATE INDEX judgements_target ON judgements (target) WHERE target IS NOT NULL;

INSERT INTO judgements (finding, report, verdict, code, judged, hides, learned, retired)
SELECT v.finding, r.key, v.key, v.verdict, v.learned, CASE v.verdict WHEN 'rejected' THEN 2 ELSE 0 END, v.learned,
    (SELECT n.learned FROM verdicts n WHERE n.finding = v.finding AND n.key > v.key ORDER BY n.key LIMIT 1)
FROM verdicts v JOIN reports r ON r.hash = v.report WHERE v.verdict <> 'withdrawn';

-- Words of titles and texts; the texts themselves stay in reports.
CREATE VIRTUAL TABLE report_words USING fts5 (title, text, content = 'reports', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER report_words_added AFTER INSERT ON reports BEGIN
    INSERT INTO report_words (rowid, title, text) VALUES (new.key, new.title, new.text);
END;
CREATE TRIGGER report_words_changed AFTER UPDATE OF title, text ON reports WHEN new.title IS NOT old.title OR new.text <> old.text BEGIN
    INSERT INTO report_words (report_words, rowid, title, text) VALUES ('delete', old.key, old.title, old.text);
    INSERT INTO report_words (rowid, title, text) VALUES (new.key, new.title, new.text);
END;
INSERT INTO report_words (report_words) VALUES ('rebuild');
