/// Kinds of employment by the words for them.
enum EmploymentType {
    /// The usual spelling of the kinds that a value names, "Full-time, Contract"; nil when it names none.
    static func read(_ text: String) -> String? {
        guard text.utf8.count <= 120 else { return nil }
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        var found: [String] = []
        func add(_ name: String) { if !found.contains(name) { found.append(name) } }
        for (index, word) in words.enumerated() {
            let pair = index + 1 < words.count ? word + words[index + 1] : word
            if let name = names[word] ?? names[pair] { add(name) }
        }
        return found.isEmpty ? nil : found.joined(separator: ", ")
    }

    /// Whether a text says nothing but a kind of employment, and perhaps that there are more ("Full-time\n+1").
    static func isOnly(_ text: String) -> Bool {
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        guard (1...4).contains(words.count), read(text) != nil else { return false }
        return words.indices.allSatisfy { index in
            names[words[index]] != nil || index + 1 < words.count && names[words[index] + words[index + 1]] != nil
                || index > 0 && names[words[index - 1] + words[index]] != nil || ["and", "or"].contains(words[index])
        }
    }

    private static let names: [String: String] = [
        "fulltime": "Full-time", "vollzeit": "Full-time", "tempsplein": "Full-time", "voltijd": "Full-time",
        "completa": "Full-time", "parttime": "Part-time", "teilzeit": "Part-time", "tempspartiel": "Part-time",
        "deeltijd": "Part-time", "parcial": "Part-time", "contract": "Contract", "contractor": "Contract",
        "temporary": "Temporary", "temp": "Temporary", "befristet": "Temporary", "cdd": "Temporary",
        "intérim": "Temporary", "seasonal": "Temporary", "tijdelijk": "Temporary", "temporal": "Temporary",
        "internship": "Internship", "intern": "Internship", "praktikum": "Internship", "stage": "Internship",
        "werkstudent": "Internship", "freelance": "Freelance", "freelancer": "Freelance", "permanent": "Permanent",
        "unbefristet": "Permanent", "festanstellung": "Permanent", "cdi": "Permanent", "vast": "Permanent",
        "indefinido": "Permanent", "regular": "Permanent", "perdiem": "Per diem", "volunteer": "Volunteer",
        "apprenticeship": "Apprenticeship", "ausbildung": "Apprenticeship", "alternance": "Apprenticeship",
        "tempopieno": "Full-time", "tempoindeterminato": "Permanent", "tempodeterminato": "Temporary",
        "tirocinio": "Internship", "apprendistato": "Apprenticeship", "tempointegral": "Full-time",
        "meioperíodo": "Part-time", "clt": "Permanent", "estágio": "Internship", "temporário": "Temporary",
        "freiberuflich": "Freelance", "minijob": "Part-time", "zzp": "Freelance", "stagiair": "Internship",
        "indéterminé": "Permanent", "déterminé": "Temporary", "prácticas": "Internship", "becario": "Internship",
    ]
}
