internal import StrataModel

/// Checks a way of learning on JDs that were not learnt from.
struct CrossValidation {
    let jds: [LabelledJD]
    let trainer: Trainer

    /// What was said of each read JD by a model that had not seen it.
    struct Result {
        var hidden: [Int: Prediction] = [:]
        var shown: [Int: Prediction] = [:]
        /// By JD, evidence of each layer, title hidden.
        var evidence: [Int: [Double]] = [:]
    }

    /// Leaves out one part after the other, JDs of one key always together.
    ///
    /// - parameter key: the group, or the source.
    func run(by key: (LabelledJD) -> String) -> Result {
        let parts = parts(by: key)
        var result = Result()
        // Where nobody has read any, what the titles tell is all there is to compare with.
        let grade: LabelledJD.Grade = jds.contains { $0.grade == .read } ? .read : .title
        for part in 0..<trainer.options.folds {
            let model = trainer.model { parts[$0] != part }
            for (jd, itsPart) in parts.enumerated() where itsPart == part && jds[jd].grade == grade {
                let hidden = trainer.data.examples[trainer.data.hidden[jd]]
                result.hidden[jd] = model.prediction(hidden)
                result.evidence[jd] = model.evidence(hidden)
                if let shown = trainer.data.shown[jd] {
                    result.shown[jd] = model.prediction(trainer.data.examples[shown])
                }
            }
        }
        return result
    }

    /// Deals keys to parts, the largest first, each to the part that is smallest so far: parts of about one size.
    private func parts(by key: (LabelledJD) -> String) -> [Int] {
        let sizes = jds.reduce(into: [String: Int]()) { $0[key($1), default: 0] += $1.grade == .read ? 1000 : 1 }
        // Keys of one size come in the order of their digests: that of their names may mean something.
        let order = sizes.sorted { left, right in
            (-left.value, Self.digest(left.key), left.key) < (-right.value, Self.digest(right.key), right.key)
        }
        var filled = [Int](repeating: 0, count: trainer.options.folds)
        var part: [String: Int] = [:]
        for (key, size) in order {
            let smallest = filled.indices.min { filled[$0] < filled[$1] } ?? 0
            part[key] = smallest
            filled[smallest] += size
        }
        return jds.map { part[key($0)] ?? 0 }
    }

    /// FNV-1a.
    private static func digest(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
