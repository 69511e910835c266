import StrataModel

/// Terms that mean two skills although nothing tells them apart.
struct TermClashes {
    private let skills: [Skill]

    init(_ skills: [Skill]) { self.skills = skills }

    private struct Owner {
        var skill: Int
        var term: Term
    }

    var findings: [CatalogueLint.Finding] {
        var owners: [String: [Owner]] = [:]
        for (index, skill) in skills.enumerated() {
            for term in skill.terms {
                owners[TermKey.fold(term.text), default: []].append(Owner(skill: index, term: term))
            }
        }
        return owners.flatMap { _, owners in
            owners.indices.flatMap { one in
                owners[(one + 1)...].compactMap { other in finding(owners[one], other) }
            }
        }
    }

    private func finding(_ one: Owner, _ other: Owner) -> CatalogueLint.Finding? {
        guard one.skill != other.skill, !areToldApart(one.term, other.term) else { return nil }
        let (first, second) = (skills[one.skill], skills[other.skill])
        return CatalogueLint.Finding(
            rule: .clash, entity: .skill, slug: second.slug,
            reason: "'\(other.term.text)' is a term of both \(first.name) and \(second.name): "
                + "mark both as needing context, or take it from one of them")
    }

    /// By the words around them, by their case, or since one of them is never counted.
    private func areToldApart(_ one: Term, _ other: Term) -> Bool {
        if one.needsContext && other.needsContext { return true }
        if one.isNeverAlone || other.isNeverAlone { return true }
        return one.isCaseSensitive && other.isCaseSensitive && one.text != other.text
    }
}

/// Spellings of one skill that are the names of two: the longest match would hide one of them.
struct HidingTerms {
    private let skills: [Skill]

    init(_ skills: [Skill]) { self.skills = skills }

    var findings: [CatalogueLint.Finding] {
        var owner: [String: String] = [:]
        for skill in skills {
            for term in skill.terms where !term.isNeverAlone { owner[TermKey.fold(term.text)] = skill.slug }
        }
        return skills.flatMap { skill in
            skill.terms.dropFirst().compactMap { term -> CatalogueLint.Finding? in
                guard term.text.utf8.contains(UInt8(ascii: "/")), !term.isNeverAlone else { return nil }
                let parts = term.text.split(separator: "/").map { owner[TermKey.fold(String($0))] }
                let named = Set(parts.compactMap { $0 }).sorted()
                guard !parts.contains(nil), named.count > 1 else { return nil }
                return CatalogueLint.Finding(
                    rule: .clash, entity: .skill, slug: skill.slug,
                    reason: "'\(term.text)' hides \(named.joined(separator: " and ")): leave it out")
            }
        }
    }
}

/// Skills whose names are the same but for spacing, number or British spelling.
struct NearDuplicates {
    private let skills: [Skill]

    init(_ skills: [Skill]) { self.skills = skills }

    var findings: [CatalogueLint.Finding] {
        var owners: [String: Skill] = [:]
        return skills.compactMap { skill in
            guard let other = owners.updateValue(skill, forKey: LooseName.key(skill.name, kind: skill.kind)) else {
                return nil
            }
            return CatalogueLint.Finding(
                rule: .duplicate, entity: .skill, slug: skill.slug,
                reason: "its name is that of '\(other.slug)' but for spelling: join them, or name them apart")
        }
    }
}

/// Spellings listed by hand that a rule makes of another.
struct DerivedTerms {
    private let skill: Skill

    init(_ skill: Skill) { self.skill = skill }

    var findings: [String] {
        let texts = skill.terms.map { TermKey.fold($0.text) }
        var findings: [String] = []
        for (position, term) in skill.terms.enumerated() {
            let key = TermKey.fold(term.text)
            if TermVariants.takesPlural(term.text, of: skill.kind), let plural = Self.plural(of: key),
                let place = texts.firstIndex(of: plural), place > position
            {
                findings.append("'\(plural)' is the plural of '\(term.text)' and follows by rule: leave it out")
            }
            TermVariants.forEach(of: term, kind: skill.kind, isName: position == 0) { variant in
                let other = TermKey.fold(variant.text)
                // Of a British and an American spelling that are both there, the later one is too many.
                guard other != key, let place = texts.firstIndex(of: other), place > position,
                    !variant.needsContext || skill.terms[place].needsContext
                else { return }
                findings.append("'\(skill.terms[place].text)' follows from '\(term.text)' by rule: leave it out")
            }
        }
        return findings
    }

    private static func plural(of key: String) -> String? {
        guard let last = key.unicodeScalars.last else { return nil }
        if "sxz".unicodeScalars.contains(last) || key.hasSuffix("ch") || key.hasSuffix("sh") { return key + "es" }
        return key + "s"
    }
}
