public import StrataModel

extension Evaluation {
    /// The figures for people.
    ///
    /// - parameter title: what was measured.
    public func blocks(_ title: String) -> [Block] {
        [.heading(title), .facts(facts), .table(classTable), .table(confusionTable)]
            + (cases.contains { $0.needs != nil } ? [.table(needsTable)] : [])
    }

    /// How sure it is, by source: what `evaluate` shows besides.
    public var details: [Block] {
        [.table(binTable), .note("Each row: JDs by their largest share. Where 0.8 means 0.8, both columns agree.")]
            + (sources.count > 1 ? [.table(sourceTable)] : [])
    }

    private var facts: [Fact] {
        [
            Fact("JDs", "\(cases.count)"), Fact("Primary layer agrees", Self.figure(accuracy)),
            Fact("Macro-F1", Self.figure(macroF1)), Fact("Kappa", Self.figure(kappa)),
        ]
    }

    private var classTable: Table {
        Table(
            title: "Primary layer",
            columns: [
                Table.Column("label", "Label"), Table.Column("jds", "JDs", .trailing),
            ] + Self.countColumns,
            rows: zip(Outcome.allCases, classes).map { outcome, counts in
                [.text(outcome.title), .integer(counts.total)] + Self.cells(counts)
            })
    }

    private var confusionTable: Table {
        Table(
            title: "Label (rows) and verdict (columns)",
            columns: [Table.Column("label", "Label")]
                + Outcome.allCases.map { Table.Column($0.slug, $0.title, .trailing) },
            rows: zip(Outcome.allCases, confusion).map { outcome, counts in
                [.text(outcome.title)] + counts.map(Table.Cell.integer)
            })
    }

    private var needsTable: Table {
        Table(
            title: "Needs, of the JDs that clearly ask for the layer or clearly do not",
            columns: [
                Table.Column("layer", "Layer"), Table.Column("needed", "Needed", .trailing),
            ] + Self.countColumns,
            rows: zip(Layer.allCases, needs).map { layer, counts in
                [.layer(layer), .integer(counts.total)] + Self.cells(counts)
            })
    }

    private var binTable: Table {
        Table(
            title: "How sure, and how often right",
            columns: [
                Table.Column("from", "Largest share from", .trailing), Table.Column("to", "To", .trailing),
                Table.Column("jds", "JDs", .trailing), Table.Column("share", "Mean share", .trailing),
                Table.Column("right", "Right", .trailing),
            ],
            rows: bins.map { bin in
                [
                    .number(bin.range.lowerBound, digits: 1), .number(bin.range.upperBound, digits: 1),
                    .integer(bin.count), .number(bin.meanShare, digits: 3), .number(bin.accuracy, digits: 3),
                ]
            })
    }

    private var sourceTable: Table {
        Table(
            title: "By source",
            columns: [
                Table.Column("source", "Source"), Table.Column("jds", "JDs", .trailing),
                Table.Column("agrees", "Agrees", .trailing),
            ],
            rows: sources.map { source in
                [
                    .text(source.name), .integer(source.count),
                    .number(Double(source.right) / Double(max(1, source.count)), digits: 3),
                ]
            })
    }

    /// Over ``cells(_:)``.
    private static let countColumns = [
        Table.Column("precision", "Precision", .trailing), Table.Column("recall", "Recall", .trailing),
        Table.Column("f1", "F1", .trailing),
    ]

    private static func cells(_ counts: Counts) -> [Table.Cell] {
        guard counts.total > 0 || counts.falseAlarms > 0 else { return [.missing, .missing, .missing] }
        return [counts.precision, counts.recall, counts.f1].map { .number($0, digits: 3) }
    }

    private static func figure(_ value: Double) -> String {
        let thousandths = Int((abs(value) * 1000).rounded())
        let digits = String(thousandths % 1000)
        return (value < 0 && thousandths > 0 ? "-" : "") + "\(thousandths / 1000)."
            + String(repeating: "0", count: 3 - digits.count) + digits
    }
}

extension Outcome {
    /// In prose: the layer's name, or none.
    var title: String { layer?.name ?? "None" }
}

extension Evaluation {
    /// The figures for machines.
    public var json: JSONValue {
        .object([
            ("jds", .integer(cases.count)), ("accuracy", .number(accuracy)), ("macro_f1", .number(macroF1)),
            ("kappa", .number(kappa)), ("calibration_error", .number(calibrationError)),
            ("classes", .object(zip(Outcome.allCases, classes).map { ($0.label, $1.json) })),
            (
                "confusion",
                .object(
                    zip(Outcome.allCases, confusion).map { outcome, counts in
                        (outcome.label, .object(zip(Outcome.allCases, counts).map { ($0.label, .integer($1)) }))
                    })
            ),
            ("needs", .object(zip(Layer.allCases, needs).map { ($0.slug, $1.json) })),
            (
                "bins",
                .array(
                    bins.map { bin in
                        .object([
                            ("from", .number(bin.range.lowerBound)), ("to", .number(bin.range.upperBound)),
                            ("jds", .integer(bin.count)), ("mean_share", .number(bin.meanShare)),
                            ("accuracy", .number(bin.accuracy)),
                        ])
                    })
            ),
            (
                "sources",
                .array(
                    sources.map { source in
                        .object([
                            ("source", .string(source.name)), ("jds", .integer(source.count)),
                            ("right", .integer(source.right)),
                        ])
                    })
            ),
        ])
    }
}

extension Evaluation.Counts {
    var json: JSONValue {
        .object([
            ("total", .integer(total)), ("precision", .number(precision)), ("recall", .number(recall)),
            ("f1", .number(f1)),
        ])
    }
}
