/// What a report counts, before its rows have names and an order.
struct DemandFigures: Equatable {
    struct Cell: Equatable {
        /// Distinct JDs.
        var jds = 0
        var sightings = 0
        /// Of the JDs, those that repeat the text of another one of the cell.
        var repeats = 0
    }

    var total = Cell()
    /// JDs under the filters that no sighting dates.
    var undated = 0
    var outsideStack = 0
    var undecided = 0
    /// Date of the latest sighting under the filters but for dates, as 20260131; 0 for none.
    var latest: UInt32 = 0
    /// By the key of each dimension.
    var cells: [[DemandKey]: Cell] = [:]
}

/// A JD's place in a dimension, as the database tells it.
enum DemandKey: Hashable {
    case none
    /// Of a layer, a role, a skill or a source.
    case number(Int)
    case text(String)

    /// Texts are told apart as SQLite does it: by their bytes.
    static func == (left: DemandKey, right: DemandKey) -> Bool {
        switch (left, right) {
        case (.none, .none): true
        case (.number(let a), .number(let b)): a == b
        case (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
        default: false
        }
    }

    func hash(into hasher: inout Hasher) {
        switch self {
        case .none: hasher.combine(0)
        case .number(let number): hasher.combine(number)
        case .text(let text): for byte in text.utf8 { hasher.combine(byte) }
        }
    }
}
