-- JDs of almost the same text: reposts, and one JD in forty cities.

-- The smallest id among those that are alike; NULL for a JD that stands alone, or has not been compared yet.
ALTER TABLE jd_head ADD COLUMN duplicate_group INTEGER;
CREATE INDEX jd_by_duplicate_group ON jd_head (duplicate_group, posted_on DESC, id) WHERE duplicate_group IS NOT NULL;

-- What texts are compared by before they are read.
CREATE TABLE jd_sketch (
    jd INTEGER PRIMARY KEY REFERENCES jd_head (id) ON DELETE CASCADE,
    minima BLOB NOT NULL                    -- 64 bytes; none where there is too little to compare by
) STRICT;

-- JDs that are new or changed, and those that were alike to one that has changed or gone: to be compared with all others.
CREATE TABLE jd_ungrouped (
    jd INTEGER PRIMARY KEY REFERENCES jd_head (id) ON DELETE CASCADE
) STRICT;
INSERT INTO jd_ungrouped SELECT id FROM jd_head;

-- For everybody: JDs with the same duplicate_group are almost the same text.
CREATE VIEW jd_duplicate AS
SELECT id AS jd, coalesce(duplicate_group, id) AS duplicate_group FROM jd_head;
