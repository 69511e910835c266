/// Remembers what was made of a short value: places, levels and pay come again and again in one export.
struct Memo<Value> {
    private static var limit: Int { 4096 }
    private var known: [String: Value] = [:]

    /// The value for a text, made only when it was not met lately.
    mutating func value(for text: String, make: (String) -> Value) -> Value {
        guard text.utf8.count <= 200 else { return make(text) }
        if let value = known[text] { return value }
        // Emptied whole when full: simpler than aging, and memory stays bounded all the same.
        if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
        let value = make(text)
        known[text] = value
        return value
    }
}
