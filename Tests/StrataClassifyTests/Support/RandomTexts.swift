import StrataTestSupport

extension RepeatableGenerator {
    /// Up to `count` of the pieces, in a row.
    mutating func text(of pieces: [String], upTo count: Int) -> String {
        let length = Int.random(in: 1...count, using: &self)
        return (0..<length).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &self)] }.joined()
    }
}
