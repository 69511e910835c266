/// Values that stand for "nothing": -1, N/A, null, unknown.
enum Placeholder {
    /// Whether the text says that there is no value.
    static func isOne(_ text: String) -> Bool {
        guard text.utf8.count <= 24 else { return false }
        var key = text.lowercased()
        while let last = key.last, last == "." || last == ":" { key.removeLast() }
        while key.hasPrefix("("), key.hasSuffix(")") { key = String(key.dropFirst().dropLast()) }
        return all.contains(key)
    }

    private static let all: Set<String> = [
        "", "-1", "-1.0", "n/a", "na", "n.a", "n/a - n/a", "nan", "nan - nan", "null", "none", "nil", "undefined",
        "unknown", "not applicable", "not available", "not specified", "not disclosed", "not provided", "unspecified",
        "unknown / non-applicable", "-", "--", "---", "–", "—", "?", "??", ".", "none - none", "null - null", "tbd",
        "tba", "keine angabe", "k. a", "k.a", "k. a.", "nicht angegeben", "unbekannt", "non renseigné", "nc",
        "non précisé", "inconnu", "onbekend", "n.v.t", "niet opgegeven", "no especificado", "desconocido", "#n/a",
        "#value!", "#ref!", "[]", "{}", "<na>", "nat",
        "nicht verfügbar", "k/a", "ohne angabe", "no disponible", "no aplica", "sin especificar", "n/d", "n.d",
        "non specificato", "non disponibile", "não informado", "não especificado", "não disponível", "geen opgave",
        "non communiqué", "non spécifié", "- select -", "not set", "no data",
    ]
}
