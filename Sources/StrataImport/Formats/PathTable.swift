/// Gives each path of nested keys a number: `base_salary`, then `min_amount` under it, is column 7.
///
/// Records of one input have the same keys in about the same order, so the key that followed last time is tried first.
final class PathTable {
    /// More distinct paths than any export has; further ones are passed over, so that memory stays bounded.
    static let limit = 4096

    private struct Node {
        var name: [UInt8]
        var children: [Int] = []
        /// Where among `children` the last look-up ended.
        var cursor = 0
        /// The column that its own values have, -1 before the first.
        var column = -1
        var path: String
    }

    private struct Key: Hashable {
        var parent: Int
        var name: [UInt8]
    }

    private var nodes = [Node(name: [], path: "")]
    private var index: [Key: Int] = [:]
    private(set) var columns: [String] = []

    /// The node of a key under a parent node; the root is 0. Nil when there are too many.
    func child(of parent: Int, named name: UnsafeBufferPointer<UInt8>) -> Int? {
        let cursor = nodes[parent].cursor
        let count = nodes[parent].children.count
        for step in 0..<min(3, count) {
            let place = (cursor + step) % count
            let candidate = nodes[parent].children[place]
            if nodes[candidate].name.count == name.count, nodes[candidate].name.elementsEqual(name) {
                nodes[parent].cursor = place + 1
                return candidate
            }
        }
        let key = Key(parent: parent, name: Array(name))
        if let known = index[key] {
            nodes[parent].cursor = (nodes[parent].children.firstIndex(of: known) ?? 0) + 1
            return known
        }
        guard nodes.count < Self.limit else { return nil }
        let text = TextDecoding.string(name)
        let path = nodes[parent].path.isEmpty ? text : "\(nodes[parent].path).\(text)"
        nodes.append(Node(name: key.name, path: path))
        index[key] = nodes.count - 1
        nodes[parent].children.append(nodes.count - 1)
        nodes[parent].cursor = nodes[parent].children.count
        return nodes.count - 1
    }

    /// The column of a node's own values.
    func column(of node: Int) -> Int {
        if nodes[node].column < 0 {
            nodes[node].column = columns.count
            columns.append(nodes[node].path.isEmpty ? "value" : nodes[node].path)
        }
        return nodes[node].column
    }
}
