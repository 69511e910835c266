-- What is read from a JD's place and text beside them, and how the columns of a source's exports are read.

-- NULL in JDs that were stored before these columns were: importing their files again does not fill them.
ALTER TABLE jd_head ADD COLUMN city TEXT;
ALTER TABLE jd_head ADD COLUMN region TEXT;
ALTER TABLE jd_head ADD COLUMN country TEXT;            -- ISO 3166-1 alpha-2
ALTER TABLE jd_head ADD COLUMN workplace TEXT CHECK (workplace IN ('remote', 'hybrid', 'onsite'));
ALTER TABLE jd_head ADD COLUMN language TEXT;           -- of the text, ISO 639-1
ALTER TABLE jd_head ADD COLUMN is_truncated INTEGER;    -- 1: the source cut the text off
ALTER TABLE jd_head ADD COLUMN masked INTEGER;          -- e-mail addresses, phone numbers and names masked in it

-- A mapping of columns that the user keeps under a name.
CREATE TABLE import_profile (
    name TEXT PRIMARY KEY,
    source TEXT NOT NULL,                   -- the source of what is imported with it, unless another is named
    saved_at TEXT NOT NULL                  -- UTC, ISO 8601
) STRICT, WITHOUT ROWID;
CREATE TABLE import_profile_field (
    profile TEXT NOT NULL REFERENCES import_profile (name) ON DELETE CASCADE,
    field TEXT NOT NULL,                    -- as --map takes it
    position INTEGER NOT NULL,              -- 0 is tried first
    column_name TEXT NOT NULL,
    PRIMARY KEY (profile, field, position)
) STRICT, WITHOUT ROWID;

DROP VIEW jd;
CREATE VIEW jd AS
SELECT jd_head.id, title, company, location, city, region, country, workplace, posted_on, posted_raw, first_seen,
    last_seen, sightings,
    (SELECT slug FROM role WHERE role.id = jd_head.role) AS role,
    seniority, salary_min, salary_max, salary_currency, salary_period, salary_raw,
    -- Over a year of full work: 2080 hours, 260 days, 52 weeks, 12 months; NULL where the period is not known.
    salary_min * CASE salary_period WHEN 'hour' THEN 2080 WHEN 'day' THEN 260 WHEN 'week' THEN 52 WHEN 'month' THEN 12
        WHEN 'year' THEN 1 END AS salary_yearly_min,
    salary_max * CASE salary_period WHEN 'hour' THEN 2080 WHEN 'day' THEN 260 WHEN 'week' THEN 52 WHEN 'month' THEN 12
        WHEN 'year' THEN 1 END AS salary_yearly_max,
    employment_type, url, is_thin, is_truncated, language, coalesce(duplicate_group, jd_head.id) AS duplicate_group,
    (SELECT name FROM source WHERE source.id = jd_head.source) AS source, external_id,
    (SELECT slug FROM layer WHERE layer.id = jd_head.primary_layer) AS primary_layer,
    jd_body.text
FROM jd_head LEFT JOIN jd_body ON jd_body.jd = jd_head.id;
