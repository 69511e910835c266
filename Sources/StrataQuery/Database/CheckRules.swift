internal import GRDB

extension DatabaseCheck {
    /// What must not be found.
    struct Rule {
        var name: String
        /// Counts what breaks the rule.
        var sql: String
        var well: String
        /// Follows the count.
        var broken: String
    }

    static func finding(_ rule: Rule, _ db: Database) throws -> Finding {
        let count = try Int.fetchOne(db, sql: rule.sql) ?? 0
        return Finding(name: rule.name, isOK: count == 0, detail: count == 0 ? rule.well : "\(count) \(rule.broken)")
    }

    /// What is kept twice, for speed, has to agree.
    static let rules = [
        Rule(
            name: "texts",
            sql: """
                SELECT (SELECT count(*) FROM jd_head WHERE NOT EXISTS (SELECT 1 FROM jd_body WHERE jd = jd_head.id))
                    + (SELECT count(*) FROM jd_head WHERE id NOT IN (SELECT id FROM jd_fts_docsize))
                    + (SELECT count(*) FROM jd_fts_docsize WHERE id NOT IN (SELECT id FROM jd_head))
                """,
            well: "every JD has one, and is indexed", broken: "JDs lack their text or their place in the index"),
        Rule(
            name: "needs",
            sql: """
                SELECT (SELECT count(*) FROM jd_need LEFT JOIN jd_head ON jd_head.id = jd_need.jd
                        WHERE jd_head.id IS NULL OR NOT jd_head.needs & (1 << jd_need.layer)
                            OR jd_need.share <> CASE jd_need.layer WHEN 0 THEN share_data_engineering
                                WHEN 1 THEN share_applied_ml WHEN 2 THEN share_mlops ELSE share_prompt_engineering END)
                    + abs((SELECT count(*) FROM jd_need)
                        - (SELECT coalesce(sum((needs & 1) + (needs >> 1 & 1) + (needs >> 2 & 1) + (needs >> 3 & 1)), 0)
                            FROM jd_head))
                """,
            well: "each JD's needs equal its rows in jd_need", broken: "rows of jd_need differ from the JDs"),
        Rule(
            name: "sightings",
            sql: """
                SELECT count(*) FROM jd_head h LEFT JOIN (
                    SELECT jd, count(*) AS n, min(nullif(posted_on, '')) AS first, max(nullif(posted_on, '')) AS last
                    FROM jd_sighting WHERE counted GROUP BY jd) s ON s.jd = h.id
                WHERE coalesce(s.n, 0) <> h.sightings OR s.first IS NOT h.first_seen OR s.last IS NOT h.last_seen
                """,
            well: "each JD's count and dates equal its sightings", broken: "JDs differ from their sightings"),
        Rule(
            name: "duplicates",
            sql: """
                SELECT (SELECT count(*) FROM (SELECT duplicate_group, min(id) AS first, count(*) AS n FROM jd_head
                        WHERE duplicate_group IS NOT NULL GROUP BY 1) WHERE n < 2 OR first <> duplicate_group)
                    + (SELECT count(*) FROM jd_ungrouped u LEFT JOIN jd_head h ON h.id = u.jd
                        WHERE h.id IS NULL OR h.duplicate_group IS NOT NULL)
                    + (SELECT count(*) FROM jd_head
                        WHERE id NOT IN (SELECT jd FROM jd_sketch) AND id NOT IN (SELECT jd FROM jd_ungrouped))
                """,
            well: "each group of JDs of almost the same text is named by its first", broken: "groups or JDs are not"),
        Rule(
            name: "files",
            sql: "SELECT count(*) FROM import_file WHERE rows <> imported + updated + duplicates + rejected",
            well: "every record is accounted for", broken: "files do not add up"),
        Rule(
            name: "rejects",
            sql: """
                SELECT count(*) FROM import_file
                WHERE rejected <> (SELECT count(*) FROM reject WHERE reject.file = import_file.id)
                """,
            well: "every rejected record is kept", broken: "files have more or fewer rejects than they say"),
    ]
}
