/// Columns that hold how to reach a person: they are imported only when the user names them.
enum ContactColumn {
    /// Whether a column's name says that it holds a person's name, address or number.
    static func isOne(_ name: String) -> Bool {
        guard name.utf8.count <= 200 else { return false }
        let words = ColumnNames.normalisedWords(name)
        guard !words.isEmpty else { return false }
        if !people.isDisjoint(with: words) { return true }
        let text = " " + words.joined(separator: " ") + " "
        if phrases.contains(where: text.contains) { return true }
        // A company's telephone is no person's, but nothing that a JD needs either.
        return words.contains(where: means.contains)
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
    private static let phrases = [
        " hiring manager ", " hiring managers ", " hiring team ", " hiring lead ", " talent partner ",
        " talent acquisition ", " posted by ", " job poster ", " created by ", " owner name ", " author name ",
        " requisition owner ", " job owner ", " point of contact ", " account manager ", " reports to ",
        " responsable du recrutement ", " personne a contacter ", " publie par ", " veroffentlicht von ",
        " eingestellt von ", " geplaatst door ", " publicado por ", " pubblicato da ", " responsable de seleccion ",
        " responsabile selezione ", " email address ", " e mail ", " coordinator name ", " primary recruiter ",
    ]
}
