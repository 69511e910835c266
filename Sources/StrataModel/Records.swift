extension Catalogue {
    /// The record of a skill or role; nil when there is none.
    public func record(_ entity: CatalogueRecord.Entity, _ slug: String) -> CatalogueRecord? {
        switch entity {
        case .skill: skills.first { $0.slug == slug }?.record
        case .role: roles.first { $0.slug == slug }?.record
        }
    }
}

extension Skill {
    /// The skill as fields of text, as `Seeds/skills` write it.
    public var record: CatalogueRecord {
        var record = CatalogueRecord(.skill, slug: slug)
        record["name"] = name
        record["kind"] = kind.rawValue
        let layers = memberships.map { "\($0.layer.slug)=\(weightText($0.weight))" }
        let outside = outsideWeight > 0 || layers.isEmpty ? ["outside=\(weightText(outsideWeight))"] : []
        record["layers"] = (layers + outside).joined(separator: ",")
        record["terms"] = CatalogueRecord.list(
            terms.enumerated().filter { $0.offset > 0 || !$0.element.marks.isEmpty }.map { $0.element.marked },
            in: "terms")
        record["context"] = CatalogueRecord.list(context, in: "context")
        record["summary"] = summary
        // A place for every layer, so that a reason stays with its own.
        record["reason"] = memberships.map(\.reason).joined(separator: " | ")
        record["source"] = memberships.map(\.source).joined(separator: " | ")
        return record
    }
}

extension Role {
    /// The role as fields of text, as `Seeds/roles.tsv` writes it.
    public var record: CatalogueRecord {
        var record = CatalogueRecord(.role, slug: slug)
        record["name"] = name
        record["layer"] = layer?.slug ?? "outside"
        record["titles"] = CatalogueRecord.list(titlePhrases, in: "titles")
        record["lean"] = lean.nonZero.map { "\($0.0.slug)=\(weightText($0.1))" }.joined(separator: ",")
        record["ladder"] = CatalogueRecord.list(ladder, in: "ladder")
        record["responsibilities"] = CatalogueRecord.list(responsibilities, in: "responsibilities")
        record["capabilities"] = CatalogueRecord.list(capabilities, in: "capabilities")
        record["mission"] = mission
        record["occupation"] = occupation
        return record
    }
}

extension Term {
    /// `=` for exact case, `?` for what needs context, `!` for what is never counted.
    public var marks: String {
        (isNeverAlone ? "!" : "") + (isCaseSensitive ? "=" : "") + (needsContext ? "?" : "")
    }

    /// The text with its marks before it.
    public var marked: String { marks + text }
}

/// A weight as the seeds write it: 1, 0.7.
func weightText(_ weight: Double) -> String {
    let text = "\(weight)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
