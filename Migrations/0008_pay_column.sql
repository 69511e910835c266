-- What JDs pay is kept column by column too, for reports. The columns are made anew by the next command that writes.

DELETE FROM jd_column;
DELETE FROM jd_stale;
UPDATE meta SET value = '0' WHERE name = 'columns_through';

DROP TRIGGER jd_changed;
CREATE TRIGGER jd_changed AFTER UPDATE OF role, seniority, company, location, country, workplace, language, primary_layer,
    needs, sightings, salary_min, salary_max, salary_currency, salary_period ON jd_head
WHEN OLD.id <= (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'columns_through')
BEGIN
    INSERT OR IGNORE INTO jd_stale (jd) VALUES (OLD.id);
END;
