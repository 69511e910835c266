-- Imports that can be taken back, and rejects that can be mended.

ALTER TABLE import_run ADD COLUMN undone_at TEXT;   -- UTC, ISO 8601: what the run had brought is gone again
ALTER TABLE import_file ADD COLUMN columns TEXT;    -- a table's column names as a JSON array; NULL where the format has none
ALTER TABLE import_file ADD COLUMN delimiter TEXT;  -- what stands between a table's fields
ALTER TABLE label ADD COLUMN run INTEGER REFERENCES import_run (id);  -- the import that brought it; NULL: given here

-- Runs before this one kept nothing to be undone by.
INSERT INTO meta SELECT 'undoable_from', coalesce(max(id), 0) + 1 FROM import_run;

-- JDs as they were before a run updated them: a row for each run and JD, written by updates only. What is not kept follows
-- from what is: the identity stays, dates and count come of the sightings, the verdict of the text.
CREATE TABLE jd_before (
    id INTEGER PRIMARY KEY,                 -- in the order of the updates
    jd INTEGER NOT NULL REFERENCES jd_head (id) ON DELETE CASCADE,
    run INTEGER NOT NULL REFERENCES import_run (id),
    content INTEGER NOT NULL,
    source INTEGER NOT NULL REFERENCES source (id),
    external_id TEXT,
    title TEXT NOT NULL,
    company TEXT,
    location TEXT,
    city TEXT,
    region TEXT,
    country TEXT,
    workplace TEXT,
    posted_raw TEXT,
    seniority TEXT,
    salary_min REAL,
    salary_max REAL,
    salary_currency TEXT,
    salary_period TEXT,
    salary_raw TEXT,
    employment_type TEXT,
    url TEXT,
    language TEXT,
    is_truncated INTEGER,
    masked INTEGER,
    is_thin INTEGER NOT NULL,
    file INTEGER NOT NULL REFERENCES import_file (id),
    text TEXT NOT NULL,
    UNIQUE (jd, run)
) STRICT;
CREATE INDEX jd_before_by_run ON jd_before (run);

DROP VIEW run;
CREATE VIEW run AS
SELECT import_run.id, started_at, finished_at, undone_at, count(import_file.id) AS files, total(rows) AS rows,
    total(imported) AS imported, total(updated) AS updated, total(duplicates) AS duplicates,
    total(rejected) AS rejected
FROM import_run LEFT JOIN import_file ON import_file.run = import_run.id
GROUP BY import_run.id;
