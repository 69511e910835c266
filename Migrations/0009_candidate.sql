-- Profiles of candidates that somebody has asked to keep: what a document showed, not the document. A profile stays until it
-- is forgotten, which overwrites it; none of it is used for anything else.

CREATE TABLE kept_candidate (
    id INTEGER PRIMARY KEY AUTOINCREMENT,   -- never given again once a profile is forgotten
    file TEXT NOT NULL,                     -- the document's name without its folders
    kept_on TEXT NOT NULL,                  -- ISO date: the day given by --as-of, else the day of keeping
    profile TEXT NOT NULL CHECK (json_valid(profile))  -- as 'candidate --format json' prints it
) STRICT;
