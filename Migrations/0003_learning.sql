-- What is learnt from labelled JDs: weights by feature, the user's own over those that ship, and the user's corrections.

DROP TABLE scoring_weight;
CREATE TABLE scoring_weight (
    kind TEXT NOT NULL CHECK (kind IN ('skill', 'role', 'title')),  -- in the text, in the text, in the title
    slug TEXT NOT NULL,
    data_engineering REAL NOT NULL,
    applied_ml REAL NOT NULL,
    mlops REAL NOT NULL,
    prompt_engineering REAL NOT NULL,
    outside REAL NOT NULL,
    PRIMARY KEY (kind, slug)
) STRICT, WITHOUT ROWID;

-- Learnt by `calibrate` from the user's own JDs; where it has rows they count in the place of those above.
CREATE TABLE own_weight (
    kind TEXT NOT NULL CHECK (kind IN ('skill', 'role', 'title')),
    slug TEXT NOT NULL,
    data_engineering REAL NOT NULL,
    applied_ml REAL NOT NULL,
    mlops REAL NOT NULL,
    prompt_engineering REAL NOT NULL,
    outside REAL NOT NULL,
    PRIMARY KEY (kind, slug)
) STRICT, WITHOUT ROWID;
CREATE TABLE own_parameter (name TEXT PRIMARY KEY, value REAL NOT NULL) STRICT, WITHOUT ROWID;

-- The layer that a person has given a JD in the place of the verdict's; NULL: outside the stack.
CREATE TABLE label (
    jd INTEGER PRIMARY KEY REFERENCES jd_head (id) ON DELETE CASCADE,
    layer INTEGER REFERENCES layer (id),
    labelled_at TEXT NOT NULL               -- UTC, ISO 8601
) STRICT;

CREATE VIEW jd_label AS
SELECT label.jd, coalesce(layer.slug, 'none') AS label, labelled_at
FROM label LEFT JOIN layer ON layer.id = label.layer;
