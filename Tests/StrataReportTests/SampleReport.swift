import StrataModel

/// A document with every kind of block and chart, such as the reports on demand are made of.
enum SampleReport {
    static let document = Document(
        title: "Demand for AI/ML roles",
        subtitle: "January 2025 to June 2026, all sources, against the 18 months before",
        blocks: [
            .paragraph(
                "MLOps Engineers are asked for in 412 JDs, 38% more than before; Data Engineers remain the largest group."
            ),
            .facts([
                Fact("JDs", "12,408"), Fact("Sightings", "15,022"), Fact("Distinct texts", "11,950"),
                Fact("Undated, left out", "1,204"), Fact("Outside the stack", "3,310"),
            ]),
            .note("The mix of sources changed: linkedin gave 20% of JDs before and 64% now."),
            .heading("Roles"), .chart(bars), .chart(lines), .table(table), .heading("Layers"), .chart(columns),
            .chart(shares), .chart(grid), .heading("Pay"), .chart(ranges), .heading("What to do"),
            .list([
                "Write MLOps JDs apart from Machine Learning Engineer JDs.", "Ask for Airflow or Dagster, not both.",
            ]),
            .bars([
                Bar(label: "MLOps", fraction: 0.5, value: "50%", layer: .mlops),
                Bar(label: "Outside the stack", fraction: 0.1, value: "10%"),
            ]),
            .lists([
                TitledList("For", ["The market is large.", "Few ask for both."]), TitledList("Against", ["Pay rises."]),
            ]),
            .writing([WritingSpace("Notes", lines: 3)]),
            .preformatted("data -> models -> operations"),
            .markedText(
                MarkedText(
                    text: "You run Kubernetes.\nYou know SQL.",
                    marks: [.init(span: Span(start: 8, end: 18), layer: .mlops)])),
        ],
        footer: [
            "A JD counts once, however often it was posted. Undated JDs are counted only where no window is given.",
            "Catalogue 12, weights 7; verdicts are current.",
        ])

    static let periods = (0..<18).map { month in
        "\(2025 + month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)"
    }

    private static let roles: [(name: String, layer: Layer, start: Double, slope: Double)] = [
        ("Data Engineer", .dataEngineering, 180, 3), ("Machine Learning Engineer", .appliedML, 120, 7),
        ("Data Scientist", .appliedML, 150, -4), ("MLOps Engineer", .mlops, 40, 6),
        ("LLM/AI Engineer", .promptEngineering, 10, 11), ("ML Platform Engineer", .mlops, 30, 2),
        ("Analytics Engineer", .dataEngineering, 35, 1), ("Prompt Engineer", .promptEngineering, 12, 0.5),
    ]

    static let lines = Chart(
        title: "JDs a month, by role", summary: "LLM/AI Engineers are asked for twenty times as often as at the start.",
        figure: .lines(
            .init(
                periods: periods,
                series: roles.enumerated().map { index, role in
                    .init(
                        name: role.name,
                        values: periods.indices.map { month in
                            let wave = Double((month * 7 + index * 5) % 11) - 5
                            let part = month == periods.count - 1 ? 0.6 : 1
                            return ((role.start + role.slope * Double(month)) * (1 + wave / 50) * part).rounded()
                        }, layer: role.layer)
                }, endsEarly: true)),
        table: Table(
            columns: [.init("month", "Month"), .init("data-engineer", "Data Engineer", .trailing)],
            rows: periods.map { [.text($0), .integer(180)] }))

    static let columns = Chart(
        title: "JDs a month that need MLOps", summary: "From 70 to 150 within 18 months.",
        figure: .lines(
            .init(
                periods: periods,
                series: [
                    .init(
                        name: "MLOps",
                        values: periods.indices.map { Double(70 + $0 * 5 + ($0 * 5) % 7 * 4 - ($0 == 17 ? 90 : 0)) },
                        layer: .mlops)
                ], endsEarly: true)),
        table: Table(
            columns: [.init("month", "Month"), .init("jds", "JDs", .trailing)],
            rows: periods.map { [.text($0), .integer(70)] }))

    static let bars = Chart(
        title: "JDs by role", summary: "Data Engineers lead, before Machine Learning Engineers.",
        figure: .bars(
            roles.map {
                Bar(
                    label: $0.name, fraction: ($0.start + $0.slope * 17) / 240,
                    value: "\(Int($0.start + $0.slope * 17)) (+\(Int($0.slope.magnitude))%)", layer: $0.layer)
            } + [Bar(label: "Outside the stack", fraction: 0.35, value: "84 (–)")]),
        table: Table(
            columns: [.init("role", "Role"), .init("jds", "JDs", .trailing)],
            rows: roles.map { [.text($0.name), .integer(Int($0.start + $0.slope * 17))] }))

    static let ranges = Chart(
        title: "Pay by role", summary: "MLOps Engineers are paid 12% more than Data Engineers at the median.",
        figure: .ranges(
            .init(
                unit: "USD a year",
                rows: [
                    .init(
                        label: "LLM/AI Engineer", low: 148_000, middle: 182_500, high: 231_000, count: 88,
                        layer: .promptEngineering),
                    .init(
                        label: "MLOps Engineer", low: 131_000, middle: 158_000, high: 190_000, count: 140, layer: .mlops
                    ),
                    .init(
                        label: "Machine Learning Engineer", low: 125_000, middle: 155_000, high: 199_500, count: 402,
                        layer: .appliedML),
                    .init(
                        label: "Data Engineer", low: 104_000, middle: 128_000, high: 152_000, count: 730,
                        layer: .dataEngineering),
                    .init(
                        label: "Analytics Engineer", low: 91_000, middle: 110_000, high: 112_000, count: 9,
                        layer: .dataEngineering),
                ])),
        table: Table(
            columns: [
                .init("role", "Role"), .init("n", "JDs with pay", .trailing), .init("median", "Median", .trailing),
            ], rows: [[.text("LLM/AI Engineer"), .integer(88), .integer(182_500)]]))

    static let shares = Chart(
        title: "Which layer such JDs belong to",
        summary: "A third of JDs called Data Scientist are not Applied ML at all.",
        figure: .shares([
            share("Machine Learning Engineer", 1204, [0.12, 0.58, 0.17, 0.08, 0.03, 0.02]),
            share("Data Scientist", 2310, [0.21, 0.46, 0.02, 0.05, 0.24, 0.02]),
            share("AI Engineer", 412, [0.04, 0.22, 0.13, 0.55, 0.05, 0.01]),
        ]),
        table: Table(
            columns: [.init("title", "Title"), .init("de", "Data Engineering", .trailing)],
            rows: [[.text("Data Scientist"), .percent(0.21)]]))

    private static func share(_ label: String, _ count: Int, _ fractions: [Double]) -> Chart.ShareRow {
        let names =
            Layer.allCases.map { ($0.name, Layer?.some($0)) } + [("Outside the stack", nil), ("Undecided", nil)]
        return .init(
            label: label, count: count,
            parts: zip(names, fractions).map { .init(name: $0.0, fraction: $1, layer: $0.1) })
    }

    static let grid = Chart(
        title: "Layers asked for together", summary: "Half of the JDs that need MLOps need Data Engineering too.",
        figure: .grid(
            .init(
                columns: Layer.allCases.map(\.name),
                rows: Layer.allCases.map { layer in
                    .init(
                        label: layer.name, layer: layer,
                        values: Layer.allCases.map { other in
                            layer == other ? nil : Double((layer.index * 13 + other.index * 29) % 60) / 100
                        })
                })),
        table: Table(
            columns: [.init("layer", "Layer"), .init("other", "With"), .init("share", "Share", .trailing)],
            rows: [[.layer(.mlops), .layer(.dataEngineering), .percent(0.5)]]))

    static let table = Table(
        title: "Roles",
        columns: [
            .init("role", "Role"), .init("layer", "Layer"), .init("jds", "JDs", .trailing),
            .init("share", "Share", .trailing), .init("change", "Change", .trailing), .init("trend", "Trend"),
            .init("latest", "Latest"),
        ],
        rows: roles.map { role in
            [
                .text(role.name), .layer(role.layer), .integer(Int(role.start) * 18), .percent(role.start / 1000),
                .change(role.slope / 20), .trend((0..<12).map { role.start + role.slope * Double($0 + $0 % 3) }),
                .text("2026-06-11"),
            ]
        })
}
