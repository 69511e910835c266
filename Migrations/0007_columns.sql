-- What reports and searches ask of all JDs, kept column by column: a copy of what jd_head, jd_sighting and jd_mention say,
-- read in a hundredth of the time. Made by Strata at the end of whatever writes (StrataStorage/Columns has the bytes), and
-- not needed by anybody: without it every answer is the same, later.

-- One column of the JDs with ids from 16384 * block on, 16384 of them. (With rowids: a key's search reads whole rows without.)
CREATE TABLE jd_column (
    block INTEGER NOT NULL,
    name TEXT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (block, name)
) STRICT;

-- JDs that have changed or gone since their columns were made. Those with ids over meta's columns_through are new since.
CREATE TABLE jd_stale (jd INTEGER PRIMARY KEY) STRICT;
INSERT INTO meta (name, value) VALUES ('columns_through', '0');

-- Whoever changes a JD changes its head with it, and what a head says is changed nowhere without these noticing. New JDs pass
-- them by: imports pay nothing.
CREATE TRIGGER jd_changed AFTER UPDATE OF role, seniority, company, location, country, workplace, language, primary_layer,
    needs, sightings ON jd_head
WHEN OLD.id <= (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'columns_through')
BEGIN
    INSERT OR IGNORE INTO jd_stale (jd) VALUES (OLD.id);
END;

-- The first of a group is in it by its own id: a JD that others turn out to be alike to changes nothing here.
CREATE TRIGGER jd_regrouped AFTER UPDATE OF duplicate_group ON jd_head
WHEN coalesce(OLD.duplicate_group, OLD.id) <> coalesce(NEW.duplicate_group, NEW.id)
    AND OLD.id <= (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'columns_through')
BEGIN
    INSERT OR IGNORE INTO jd_stale (jd) VALUES (OLD.id);
END;

CREATE TRIGGER jd_removed AFTER DELETE ON jd_head
WHEN OLD.id <= (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'columns_through')
BEGIN
    INSERT OR IGNORE INTO jd_stale (jd) VALUES (OLD.id);
END;
