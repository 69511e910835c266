internal import ArgumentParser
internal import StrataModel

/// What can be said of a skill.
struct SkillFieldOptions: ParsableArguments {
    @Option(
        name: .customLong("layer"),
        help: ArgumentHelp(
            "A layer it belongs to, the first one first of all, with a weight up to 1; or 'outside'. Repeatable.",
            valueName: "layer[=weight]"))
    var layers: [LayerWeight] = []

    @Option(
        name: .customLong("reason"),
        help: ArgumentHelp("Why it belongs to the layer, in the order of the layers. Repeatable.", valueName: "text"))
    var reasons: [String] = []

    @Option(help: ArgumentHelp("What it is, in one line.", valueName: "text"))
    var summary: String?

    @Option(
        name: .customLong("context"),
        help: ArgumentHelp(
            "A word that tells, in the same sentence, that an ambiguous spelling means it. Repeatable.",
            valueName: "word"))
    var context: [String] = []

    var isEmpty: Bool { layers.isEmpty && reasons.isEmpty && summary == nil && context.isEmpty }

    func validate() throws {
        try ListItems.validate(reasons, of: "--reason")
        try ListItems.validate(context, of: "--context")
        guard reasons.count <= max(1, layers.count) || layers.isEmpty else {
            throw ValidationError("There are more reasons than layers.")
        }
        guard Set(layers.map(\.outcome)).count == layers.count else {
            throw ValidationError("A layer is named twice.")
        }
    }

    /// Writes what was said into the record.
    func apply(to record: inout CatalogueRecord) {
        if let summary { record["summary"] = summary }
        if !context.isEmpty {
            record["context"] = CatalogueRecord.list(
                CatalogueRecord.items(record["context"]).appending(context), in: "context")
        }
        if !layers.isEmpty {
            let inside = layers.filter { $0.outcome != .outside }
            record["layers"] = LayerWeight.field(layers)
            record["reason"] = inside.indices.map { $0 < reasons.count ? reasons[$0] : CatalogueRecord.filedByUser }
                .joined(separator: " | ")
            record["source"] = inside.isEmpty ? "" : "user"
        } else if !reasons.isEmpty {
            var all = record.places("reason")
            for (index, reason) in reasons.enumerated() where index < all.count { all[index] = reason }
            record["reason"] = all.joined(separator: " | ")
        }
    }
}

/// What can be said of a role.
struct RoleFieldOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Its home layer, or 'outside'.", valueName: "layer"))
    var layer: LayerOrNone?

    @Option(
        name: .customLong("lean"),
        help: ArgumentHelp("What its title alone says of a layer. Repeatable.", valueName: "layer[=weight]"))
    var leans: [LayerWeight] = []

    @Option(
        name: .customLong("responsibility"),
        help: ArgumentHelp("What its holders do, a sentence. Repeatable.", valueName: "text"))
    var responsibilities: [String] = []

    @Option(
        name: .customLong("capability"),
        help: ArgumentHelp("What its holders can do, a sentence. Repeatable.", valueName: "text"))
    var capabilities: [String] = []

    @Option(
        name: .customLong("step"),
        help: ArgumentHelp("A step of its ladder of seniority, from the bottom. Repeatable.", valueName: "name"))
    var ladder: [String] = []

    @Option(help: ArgumentHelp("What it is there for, in one sentence.", valueName: "text"))
    var mission: String?

    @Option(help: ArgumentHelp("O*NET-SOC code of the nearest occupation.", valueName: "code"))
    var occupation: String?

    var isEmpty: Bool {
        layer == nil && leans.isEmpty && responsibilities.isEmpty && capabilities.isEmpty && ladder.isEmpty
            && mission == nil && occupation == nil
    }

    func validate() throws {
        for (items, name) in [(responsibilities, "responsibility"), (capabilities, "capability"), (ladder, "step")] {
            try ListItems.validate(items, of: "--\(name)")
        }
        guard Set(leans.map(\.outcome)).count == leans.count else { throw ValidationError("A layer is named twice.") }
    }

    /// Writes what was said into the record.
    func apply(to record: inout CatalogueRecord) {
        if let mission { record["mission"] = mission }
        if let occupation { record["occupation"] = occupation }
        let lists = [("responsibilities", responsibilities), ("capabilities", capabilities), ("ladder", ladder)]
        for (field, items) in lists where !items.isEmpty { record[field] = CatalogueRecord.list(items, in: field) }
        if let layer { record["layer"] = layer.slug }
        if !leans.isEmpty {
            record["lean"] = LayerWeight.field(leans)
        } else if let layer {
            record["lean"] = "\(layer.slug)=1"
        }
    }
}

extension LayerOrNone {
    fileprivate var slug: String {
        switch self {
        case .layer(let layer): layer.slug
        case .none: "outside"
        }
    }
}

extension [String] {
    /// The elements and those of the others that are not among them.
    func appending(_ others: [String]) -> [String] { self + others.filter { !contains($0) } }
}

/// Items of a list on the command line.
enum ListItems {
    /// - throws: `ValidationError` for an item that is empty or holds what separates items in a file.
    static func validate(_ items: [String], of option: String) throws {
        guard items.allSatisfy({ !$0.contains("|") && !TermKey.fold($0).isEmpty }) else {
            throw ValidationError("\(option) takes texts that are not empty and hold no '|'.")
        }
    }
}
