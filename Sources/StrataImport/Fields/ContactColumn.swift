/// Columns that hold how to reach a person: they are imported only when the user names them.
enum ContactColumn {
    /// Whether a column's name says that it holds a person's name, address or number.
    static func isOne(_ name: String) -> Bool {
        name.utf8.count <= 200 && isOne(words: ColumnNames.normalisedWords(name))
    }

    /// Whether a name of these words, as `ColumnNames.normalisedWords` gives them, says so.
    static func isOne(words: [String]) -> Bool {
        words.indices.contains { index in
            // A company's telephone is no person's, but nothing that a JD needs either.
            if people.contains(words[index]) || means.contains(words[index]) { return true }
            let rest = words[(index + 1)...]
            return phrases[words[index]]?.contains { rest.starts(with: $0) } ?? false
        }
    }

    /// People whom one gets in touch with.
    private static let people: Set<String> = [
        "contact", "contacts", "recruiter", "recruiters", "poster", "interviewer", "interviewers", "ansprechpartner",
        "ansprechpartnerin", "ansprechperson", "kontakt", "kontaktperson", "recruteur", "recruteuse", "interlocuteur",
        "interlocutrice", "contactpersoon", "contactpersonen", "contacto", "contactos", "reclutador", "reclutadora",
        "contatto", "contatti", "referente", "selezionatore", "contato", "contatos", "recrutador", "recrutadora",
        "sachbearbeiter", "personalreferent", "kontaktdaten",
    ]
    /// Ways to do so.
    private static let means: Set<String> = [
        "email", "emails", "mail", "mails", "phone", "phones", "telephone", "tel", "mobile", "fax", "telefon",
        "telefonnummer", "handynummer", "rufnummer", "courriel", "telefoon", "telefoonnummer", "telefono", "correo",
        "movil", "celular", "telefone", "cellulare", "recapito", "whatsapp", "skype",
    ]
    /// What follows the first word in each of the phrases that tell of such a person or way.
    private static let phrases: [String: [[String]]] = Dictionary(
        grouping: names.map { $0.split(separator: " ").map(String.init) }, by: { $0[0] }
    ).mapValues { phrases in phrases.map { Array($0.dropFirst()) } }
    private static let names = [
        "hiring manager", "hiring managers", "hiring team", "hiring lead", "talent partner", "talent acquisition",
        "posted by", "job poster", "created by", "owner name", "author name", "requisition owner", "job owner",
        "point of contact", "account manager", "reports to", "responsable du recrutement", "personne a contacter",
        "publie par", "veroffentlicht von", "eingestellt von", "geplaatst door", "publicado por", "pubblicato da",
        "responsable de seleccion", "responsabile selezione", "email address", "e mail", "coordinator name",
        "primary recruiter",
    ]
}
