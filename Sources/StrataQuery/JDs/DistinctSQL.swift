internal import GRDB

/// One JD of those that are alike.
enum DistinctSQL {
    /// Holds for a row `h` of jd_head that stands alone, or is the newest of its group among those for which the conditions
    /// hold.
    ///
    /// JDs that are in groups are few, and the index has each group's newest first: they are gone through once.
    static func newest(of conditions: [SQL]) -> SQL {
        """
        (h.duplicate_group IS NULL OR h.id IN (SELECT id FROM (
            SELECT h.id, row_number() OVER (PARTITION BY h.duplicate_group ORDER BY h.posted_on DESC, h.id) AS place
            FROM jd_head h WHERE h.duplicate_group IS NOT NULL AND \(literal: FilterSQL.all(conditions)))
            WHERE place = 1))
        """
    }

    /// Holds for a row `h` of jd_head that is the JD, or alike to it.
    static func alike(to id: Int64) -> SQL {
        "(h.id = \(id) OR h.duplicate_group = (SELECT duplicate_group FROM jd_head WHERE id = \(id)))"
    }
}
