-- The first schema. Base tables keep small numbers; the views under plain names (jd, verdict, mention, tool, ...) are
-- what people and other programs query.

------------------------------------------------------------------------ what is known before a JD is read

CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE layer (
    id INTEGER PRIMARY KEY,                 -- place in the stack, 0 to 3; its bit in jd_head.needs
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    goal TEXT NOT NULL,
    signature TEXT NOT NULL                 -- slugs of its signature tools, comma-separated
) STRICT;

CREATE TABLE skill (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('tool', 'practice', 'concept', 'language')),
    primary_layer TEXT REFERENCES layer (slug),  -- NULL outside the stack
    outside_weight REAL NOT NULL DEFAULT 0,      -- 0 to 1: how strongly it speaks for "outside the stack"
    context TEXT NOT NULL DEFAULT '',            -- words that corroborate its ambiguous terms, '|' between
    summary TEXT NOT NULL DEFAULT '',
    origin TEXT NOT NULL CHECK (origin IN ('seed', 'user')),  -- 'user': added or changed here; upgrades leave it alone
    retired INTEGER NOT NULL DEFAULT 0           -- 1: no longer in the seeds, kept for the JDs that mention it
) STRICT;

CREATE TABLE skill_layer (
    skill INTEGER NOT NULL REFERENCES skill (id) ON DELETE CASCADE,
    layer TEXT NOT NULL REFERENCES layer (slug),
    weight REAL NOT NULL CHECK (weight > 0 AND weight <= 1),
    is_primary INTEGER NOT NULL CHECK (is_primary IN (0, 1)),
    reason TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (skill, layer)
) STRICT, WITHOUT ROWID;

CREATE TABLE term (
    key TEXT NOT NULL,                      -- folded: lower case, hyphens and underscores as spaces
    skill INTEGER NOT NULL REFERENCES skill (id) ON DELETE CASCADE,
    text TEXT NOT NULL,                     -- as people write it
    is_case_sensitive INTEGER NOT NULL DEFAULT 0,
    needs_context INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL,              -- 0 is the name
    PRIMARY KEY (key, skill, text)
) STRICT, WITHOUT ROWID;
CREATE INDEX term_by_skill ON term (skill, position);

CREATE TABLE role (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    layer TEXT REFERENCES layer (slug),     -- home layer, NULL outside the stack
    ladder TEXT NOT NULL DEFAULT '',        -- steps of seniority, '|' between
    mission TEXT NOT NULL DEFAULT '',
    origin TEXT NOT NULL CHECK (origin IN ('seed', 'user')),
    retired INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE role_title (
    role INTEGER NOT NULL REFERENCES role (id) ON DELETE CASCADE,
    phrase TEXT NOT NULL,
    PRIMARY KEY (role, phrase)
) STRICT, WITHOUT ROWID;

CREATE TABLE role_lean (
    role INTEGER NOT NULL REFERENCES role (id) ON DELETE CASCADE,
    outcome TEXT NOT NULL,                  -- a layer's slug, or 'outside'
    weight REAL NOT NULL,
    PRIMARY KEY (role, outcome)
) STRICT, WITHOUT ROWID;

CREATE TABLE role_responsibility (
    role INTEGER NOT NULL REFERENCES role (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (role, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE role_capability (
    role INTEGER NOT NULL REFERENCES role (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (role, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE heading (phrase TEXT PRIMARY KEY, section TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE cue (phrase TEXT PRIMARY KEY, effect TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE scoring_parameter (name TEXT PRIMARY KEY, value REAL NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE scoring_weight (
    skill TEXT NOT NULL,
    outcome TEXT NOT NULL,
    weight REAL NOT NULL,
    PRIMARY KEY (skill, outcome)
) STRICT, WITHOUT ROWID;

------------------------------------------------------------------------ imports

CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE import_run (
    id INTEGER PRIMARY KEY,
    started_at TEXT NOT NULL,               -- UTC, ISO 8601
    finished_at TEXT,                       -- NULL while it runs, or when it was killed
    options TEXT NOT NULL,                  -- what was asked for, so that a killed run is known again
    process INTEGER NOT NULL                -- id of the process that runs it, to tell a killed run from a running one
) STRICT;

CREATE TABLE import_file (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES import_run (id),
    path TEXT NOT NULL,
    format TEXT NOT NULL,
    fingerprint TEXT NOT NULL,              -- size and a digest of the first bytes: the same file again
    rows INTEGER NOT NULL DEFAULT 0,        -- read and committed so far: where a killed run resumes
    imported INTEGER NOT NULL DEFAULT 0,
    updated INTEGER NOT NULL DEFAULT 0,
    duplicates INTEGER NOT NULL DEFAULT 0,
    sightings INTEGER NOT NULL DEFAULT 0,   -- of the duplicates, those that were a new sighting of a known JD
    rejected INTEGER NOT NULL DEFAULT 0,
    seconds REAL NOT NULL DEFAULT 0,
    finished INTEGER NOT NULL DEFAULT 0,
    error TEXT,                             -- why the file could not be read to its end
    CHECK (rows = imported + updated + duplicates + rejected)
) STRICT;
CREATE INDEX import_file_by_run ON import_file (run);

CREATE TABLE reject (
    file INTEGER NOT NULL REFERENCES import_file (id),
    row INTEGER NOT NULL,                   -- number of the record in its file, from 1
    line INTEGER,                           -- line on which it starts, from 1
    reason TEXT NOT NULL,
    raw TEXT NOT NULL,
    PRIMARY KEY (file, row)
) STRICT, WITHOUT ROWID;

------------------------------------------------------------------------ JDs

CREATE TABLE jd_head (
    id INTEGER PRIMARY KEY,
    identity BLOB NOT NULL UNIQUE,          -- 16 bytes: of source and its id, else of title, company, location and text
    content INTEGER NOT NULL,               -- hash of title, company, location and text
    source INTEGER NOT NULL REFERENCES source (id),
    external_id TEXT,
    title TEXT NOT NULL,
    company TEXT,
    location TEXT,
    posted_on TEXT,                         -- ISO date
    posted_raw TEXT,                        -- the date as given, where it could not be read exactly
    first_seen TEXT,                        -- earliest and latest date of its sightings
    last_seen TEXT,
    sightings INTEGER NOT NULL DEFAULT 1,
    role INTEGER REFERENCES role (id),
    seniority TEXT,
    salary_min REAL,
    salary_max REAL,
    salary_currency TEXT,
    salary_period TEXT,
    salary_raw TEXT,
    employment_type TEXT,
    url TEXT,
    is_thin INTEGER NOT NULL,               -- 1: the text says too little for a verdict to be trusted
    file INTEGER NOT NULL REFERENCES import_file (id),  -- the file that gave its present content
    primary_layer INTEGER REFERENCES layer (id),
    needs INTEGER NOT NULL,                 -- bit n: layer n is needed
    share_data_engineering REAL NOT NULL,
    share_applied_ml REAL NOT NULL,
    share_mlops REAL NOT NULL,
    share_prompt_engineering REAL NOT NULL,
    share_outside REAL NOT NULL,
    revision INTEGER NOT NULL               -- of catalogue and weights, when the verdict was given
) STRICT;
CREATE INDEX jd_newest ON jd_head (posted_on DESC, id);
CREATE INDEX jd_by_role ON jd_head (role, posted_on, needs, primary_layer);

-- Apart from the head, so that questions over many JDs do not read through their texts.
CREATE TABLE jd_body (
    jd INTEGER PRIMARY KEY REFERENCES jd_head (id) ON DELETE CASCADE,
    justification TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE jd_sighting (
    jd INTEGER NOT NULL REFERENCES jd_head (id) ON DELETE CASCADE,
    source INTEGER NOT NULL REFERENCES source (id),
    content INTEGER NOT NULL,
    posted_on TEXT NOT NULL,                -- '' when undated
    file INTEGER NOT NULL REFERENCES import_file (id),
    counted INTEGER NOT NULL DEFAULT 1,     -- 0: an earlier row of the same id in one file, superseded there
    PRIMARY KEY (jd, source, content, posted_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE jd_mention (
    jd INTEGER NOT NULL REFERENCES jd_head (id) ON DELETE CASCADE,
    skill INTEGER NOT NULL REFERENCES skill (id),
    requirement INTEGER NOT NULL CHECK (requirement BETWEEN 0 AND 2),  -- required, preferred, context
    count INTEGER NOT NULL,
    spans TEXT NOT NULL,                    -- JSON: [[start, end], ...], UTF-8 byte offsets into the text
    PRIMARY KEY (jd, skill, requirement)
) STRICT, WITHOUT ROWID;
CREATE INDEX jd_mention_by_skill ON jd_mention (skill, jd) WHERE requirement < 2;  -- who asks for it

-- The layers that JDs need, best first within a layer: what `jds --needs` reads from the top. Its jd names a row of jd_head,
-- but is no foreign key: without an index by jd, which nothing else needs, each removal of a JD would read the whole table.
CREATE TABLE jd_need (
    layer INTEGER NOT NULL REFERENCES layer (id),
    share REAL NOT NULL,
    jd INTEGER NOT NULL,
    PRIMARY KEY (layer, share DESC, jd)
) STRICT, WITHOUT ROWID;

------------------------------------------------------------------------ views for everybody

CREATE VIEW jd AS
SELECT jd_head.id, title, company, location, posted_on, posted_raw, first_seen, last_seen, sightings,
    (SELECT slug FROM role WHERE role.id = jd_head.role) AS role,
    seniority, salary_min, salary_max, salary_currency, salary_period, salary_raw, employment_type, url, is_thin,
    (SELECT name FROM source WHERE source.id = jd_head.source) AS source, external_id,
    (SELECT slug FROM layer WHERE layer.id = jd_head.primary_layer) AS primary_layer,
    jd_body.text
FROM jd_head LEFT JOIN jd_body ON jd_body.jd = jd_head.id;

CREATE VIEW verdict AS
SELECT jd_head.id AS jd,
    (SELECT slug FROM layer WHERE layer.id = jd_head.primary_layer) AS primary_layer,
    share_data_engineering, share_applied_ml, share_mlops, share_prompt_engineering, share_outside,
    jd_body.justification, revision
FROM jd_head LEFT JOIN jd_body ON jd_body.jd = jd_head.id;

CREATE VIEW jd_needs AS
SELECT jd_need.jd, layer.slug AS layer, jd_need.share
FROM jd_need JOIN layer ON layer.id = jd_need.layer;

CREATE VIEW mention AS
SELECT jd_mention.jd, skill.slug AS skill, skill.kind,
    CASE requirement WHEN 0 THEN 'required' WHEN 1 THEN 'preferred' ELSE 'context' END AS requirement,
    count, spans
FROM jd_mention JOIN skill ON skill.id = jd_mention.skill;

CREATE VIEW tool AS
SELECT id, slug, name, primary_layer, summary, origin FROM skill WHERE kind = 'tool' AND NOT retired;

CREATE VIEW run AS
SELECT import_run.id, started_at, finished_at, count(import_file.id) AS files, total(rows) AS rows,
    total(imported) AS imported, total(updated) AS updated, total(duplicates) AS duplicates,
    total(rejected) AS rejected
FROM import_run LEFT JOIN import_file ON import_file.run = import_run.id
GROUP BY import_run.id;

CREATE VIEW role_demand_month AS
SELECT coalesce(role.slug, '') AS role, substr(jd_sighting.posted_on, 1, 7) AS month,
    count(DISTINCT jd_head.id) AS jds, count(*) AS sightings
FROM jd_sighting
JOIN jd_head ON jd_head.id = jd_sighting.jd
LEFT JOIN role ON role.id = jd_head.role
WHERE jd_sighting.counted AND jd_sighting.posted_on <> ''
GROUP BY 1, 2;

------------------------------------------------------------------------ full text

-- '+' and '#' belong to words, so that C++ and C# can be searched for.
CREATE VIRTUAL TABLE jd_fts USING fts5 (
    title, company, location, text,
    content = 'jd', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 2 tokenchars '+#'"
);
