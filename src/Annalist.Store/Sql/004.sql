-- Schema 4: the page as it came, where the article is only a part of it: what was left out can be looked at.
CREATE TABLE originals (
    report INTEGER PRIMARY KEY REFERENCES reports (key),
    text   TEXT NOT NULL
);
