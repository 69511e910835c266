/// Which of some numbered things belong together, by way of others or directly.
struct Components {
    private var parents: [Int32] = []

    /// - parameter count: so many things, each by itself.
    init(count: Int) { parents = (0..<Int32(count)).map { $0 } }

    /// One more thing, by itself.
    ///
    /// - returns: its number.
    mutating func add() -> Int {
        parents.append(Int32(parents.count))
        return parents.count - 1
    }

    /// The number that stands for all that belong together with this one; it changes when more come to them.
    mutating func root(_ member: Int) -> Int {
        var member = Int32(truncatingIfNeeded: member)
        while true {
            let parent = parents[Int(member)]
            if parent == member { return Int(member) }
            let next = parents[Int(parent)]
            parents[Int(member)] = next
            member = next
        }
    }

    /// The smaller number stands for both from now on.
    mutating func join(_ left: Int, _ right: Int) {
        let (a, b) = (root(left), root(right))
        guard a != b else { return }
        parents[max(a, b)] = Int32(min(a, b))
    }

    var count: Int { parents.count }
}
