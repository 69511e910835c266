internal import StrataLearn
internal import StrataModel

/// What cross-validation said of each read JD, as tab-separated values.
struct CaseTable {
    private let learnt: Calibration.Outcome

    init(_ learnt: Calibration.Outcome) { self.learnt = learnt }

    /// - throws: ``CommandFailure`` when the file cannot be written.
    func write(to path: String, force: Bool) throws {
        let file = try AtomicFile(path: path, force: force)
        try file.write("id\tlabel\ttitle_hidden\ttitle_shown\tneeds\tneeds_hidden\n")
        for item in learnt.cases {
            let cells = [
                item.jd.id, item.jd.label.label, item.hidden.primary.label, item.shown?.primary.label ?? "",
                item.jd.needs?.map(String.init).joined() ?? "",
                Layer.allCases.map { item.hidden.needs.contains($0) ? "1" : "0" }.joined(),
            ]
            try file.write(cells.joined(separator: "\t") + "\n")
        }
        try file.finish()
    }
}
