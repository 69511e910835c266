-- The catalogue's grounds (who files what where), what a user has changed in it, and what depends on both.

ALTER TABLE term ADD COLUMN is_never_alone INTEGER NOT NULL DEFAULT 0;  -- 1: known by name, never counted in a JD

-- Who says that a skill belongs to a layer. (A JD's source is another thing: see source.)
CREATE TABLE claim_source (
    slug TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('list', 'work', 'vendor', 'editorial')),
    url TEXT NOT NULL,
    licence TEXT NOT NULL,
    version TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- That a public list files a skill under a category of its own.
CREATE TABLE filing (
    skill TEXT NOT NULL,                    -- slug
    source TEXT NOT NULL REFERENCES claim_source (slug),
    category TEXT NOT NULL,
    layer TEXT REFERENCES layer (slug),     -- what the category is; NULL outside the stack
    PRIMARY KEY (skill, source, category)
) STRICT, WITHOUT ROWID;

-- Occupations of O*NET-SOC with their published exposure to language models.
CREATE TABLE occupation (
    code TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    exposure REAL NOT NULL,                 -- 0 to 1; the occupation's figure, never a role's own
    source TEXT NOT NULL REFERENCES claim_source (slug)
) STRICT, WITHOUT ROWID;

ALTER TABLE role ADD COLUMN occupation TEXT NOT NULL DEFAULT '';  -- code of the nearest occupation

CREATE TABLE framework_phase (
    framework TEXT NOT NULL,
    position INTEGER NOT NULL,
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    summary TEXT NOT NULL,
    layers TEXT NOT NULL,                   -- slugs, '|' between; the first carries most of it
    roles TEXT NOT NULL,                    -- slugs, '|' between; the first answers for it
    capabilities TEXT NOT NULL,             -- '|' between
    source TEXT NOT NULL REFERENCES claim_source (slug),
    PRIMARY KEY (framework, position)
) STRICT, WITHOUT ROWID;

-- What the user has changed, field by field, over the seeds: skill, term, role and what hangs on them are made of both.
CREATE TABLE catalogue_edit (
    entity TEXT NOT NULL CHECK (entity IN ('skill', 'role')),
    slug TEXT NOT NULL,
    field TEXT NOT NULL,                    -- as in Seeds/; 'slug': the whole record is removed
    value TEXT,
    base TEXT,                              -- what the seeds said then; NULL for a record of the user's own
    edited_at TEXT NOT NULL,                -- UTC, ISO 8601
    PRIMARY KEY (entity, slug, field)
) STRICT, WITHOUT ROWID;

-- Terms that `catalogue gaps` shall not offer again.
CREATE TABLE gap_dismissal (
    key TEXT PRIMARY KEY,                   -- folded
    text TEXT NOT NULL,
    dismissed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The changed catalogue made ready for reading JDs: a cache, empty where the seeds are unchanged.
CREATE TABLE compiled_catalogue (
    revision INTEGER PRIMARY KEY,
    maker INTEGER NOT NULL,                 -- tells the binary that made it
    image BLOB NOT NULL
) STRICT;

CREATE VIEW exposure AS
SELECT role.slug AS role, role.name, occupation.code AS nearest_occupation, occupation.title AS occupation_title,
    occupation.exposure AS occupation_exposure, claim_source.name AS source
FROM role JOIN occupation ON occupation.code = role.occupation
JOIN claim_source ON claim_source.slug = occupation.source
WHERE NOT role.retired;
