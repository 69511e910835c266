/// The order of a list of JDs. Whatever it is, a missing value comes last, and JDs that are equal in it come by id.
public struct JDSort: Sendable, Hashable {
    public enum Key: String, Sendable, CaseIterable {
        /// Share of the layer asked for first: of `needs`, else of `primary`, else the largest of the four.
        case share
        /// When last seen.
        case date
        case title, company
        /// The upper end of the salary, else its lower one, over a year of full work; currencies aren't converted.
        case salary
    }

    public var key: Key
    public var isDescending: Bool

    public init(_ key: Key, descending: Bool? = nil) {
        self.key = key
        isDescending = descending ?? key.isUsuallyDescending
    }

    /// Reads `share`, `date` (or `posted`, `newest`), `title`, `company`, `salary`; `-` before it for descending,
    /// `+` for ascending, else as is usual for it.
    ///
    /// - returns: nil when it names no order.
    public init?(spelled text: String) {
        let sign = text.first.flatMap { "+-".contains($0) ? $0 : nil }
        let word = (sign == nil ? text : String(text.dropFirst())).lowercased()
        let key: Key? =
            switch word {
            case "posted", "posted_on", "newest": .date
            default: Key(rawValue: word)
            }
        guard let key else { return nil }
        self.init(key, descending: sign.map { $0 == "-" })
    }
}

extension JDSort.Key {
    var isUsuallyDescending: Bool {
        switch self {
        case .share, .date, .salary: true
        case .title, .company: false
        }
    }
}

/// Which part of a list is wanted.
public struct Page: Sendable, Hashable {
    /// At most so many; nil for all.
    public var limit: Int?
    /// How many to leave out at the beginning.
    public var offset: Int

    public init(limit: Int? = 20, offset: Int = 0) {
        self.limit = limit
        self.offset = max(0, offset)
    }

    /// As SQL takes it: -1 is no limit.
    var sqlLimit: Int { limit.map { max(0, $0) } ?? -1 }

    /// The part of a list that is there already.
    func part<Value>(of values: [Value]) -> ArraySlice<Value> {
        values.dropFirst(offset).prefix(limit.map { max(0, $0) } ?? values.count)
    }
}
