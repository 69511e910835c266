/// Tells a line that is a company's name from a sentence, a heading, a team or a button.
enum CompanyLine {
    /// Whether a short line can be a company's name. It needs company itself: a place or a date beside it.
    static func isName(_ line: String) -> Bool {
        let words = line.split(separator: " ").map(String.init)
        guard (1...8).contains(words.count), line.count <= 60, let first = line.unicodeScalars.first,
            first.properties.isUppercase || ("0"..."9").contains(first), line.contains(where: \.isLetter),
            !line.contains(where: { "?!;:@|·•\"#_<>[]{}".contains($0) }), !HiringLine.isAddress(line)
        else { return false }
        let isFirm = LegalForm.ends(line)
        guard !line.hasSuffix(".") || isFirm, !line.hasSuffix(",") else { return false }
        guard words.allSatisfy({ isNameWord($0) || LegalForm.isOne($0) }) else { return false }
        if isFirm { return true }
        let plain = plainWords(line)
        guard let opening = plain.first, !openings.contains(opening), forbidden.isDisjoint(with: plain),
            // "Engineering", "Data & Analytics".
            !plain.allSatisfy({ fields.contains($0) || joints.contains($0) })
        else { return false }
        return !HiringLine.isRole(line) && !KnownPlace.isNamed(line) && EmploymentType.read(line) == nil
            && !line.contains(where: { "$€£₹".contains($0) }) && DateText.read(line) == nil
    }

    /// Whether a line is a sentence, or so much of one that the text has begun.
    static func isSentence(_ line: String) -> Bool {
        let words = line.split(separator: " ")
        if words.count > 14 { return true }
        if line.hasSuffix("?") { return true }
        guard let last = line.last, ".!…".contains(last), words.count >= 3 else { return false }
        return !LegalForm.ends(line)
    }

    /// Whether a line is a button or a link about the page, which says nothing of the job.
    static func isButton(_ line: String) -> Bool {
        let words = plainWords(line)
        guard let first = words.first, words.count <= 5 else { return false }
        return buttons.contains(first)
    }

    /// Whether a line names a part of a company: "Platform Team", "Data & Analytics".
    static func isTeam(_ line: String) -> Bool {
        let words = plainWords(line)
        guard (1...5).contains(words.count), !isSentence(line), pronouns.isDisjoint(with: words) else { return false }
        return !teams.isDisjoint(with: words) || words.allSatisfy { fields.contains($0) || joints.contains($0) }
    }

    /// Whether a text speaks to or of somebody: "we", "you", "nous".
    static func speaks(_ text: String) -> Bool { !pronouns.isDisjoint(with: plainWords(text)) }

    private static func isNameWord(_ word: String) -> Bool {
        guard let first = word.first(where: { $0.isLetter || $0.isNumber }) else { return word == "&" || word == "+" }
        return first.isUppercase || first.isNumber || joints.contains(word)
    }

    private static func plainWords(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private static let joints: Set<String> = [
        "of", "the", "and", "for", "de", "la", "le", "les", "du", "des", "et", "und", "für", "der", "die", "van", "den",
        "von", "het", "en", "y", "del", "di", "e", "in", "at", "by", "&", "+",
    ]
    private static let pronouns: Set<String> = [
        "we", "you", "your", "our", "us", "i", "my", "wir", "sie", "du", "ihr", "ihre", "dein", "deine", "unser",
        "unsere",
        "uns", "nous", "vous", "notre", "votre", "nos", "vos", "wij", "jij", "je", "jouw", "ons", "onze", "nosotros",
        "nuestro", "nuestra", "tu", "tus",
    ]
    private static let openings: Set<String> = [
        "about", "what", "who", "why", "how", "when", "where", "this", "that", "these", "join", "apply", "become",
        "build",
        "help", "work", "make", "meet", "come", "hello", "hi", "dear", "welcome", "hiring", "wanted", "key", "main",
        "great", "good", "best", "new", "more", "über", "ueber", "was", "wer", "wie", "warum", "das", "wat", "waarom",
        "over",
        "sobre", "qué", "que", "quién", "company", "place", "location", "salary", "pay", "date", "posted", "home",
        "menu",
        "careers", "contact", "start", "equal", "free", "similar", "related", "not", "no", "is", "are", "if", "it",
        "full",
        "part", "senior", "junior", "lead", "urgent", "immediate", "now", "today", "a", "an", "at", "in", "for", "to",
        "dienstort", "standort", "lieu", "ort", "remote", "hybrid", "onsite", "step", "part", "section", "line", "page",
    ]
    private static let forbidden: Set<String> = pronouns.union([
        "role", "roles", "job", "jobs", "position", "positions", "vacancy", "vacancies", "opening", "openings",
        "opportunity", "description", "overview", "responsibilities", "requirements", "qualifications", "skills",
        "benefits", "summary", "introduction", "mission", "missions", "duties", "details", "tasks", "profile", "profil",
        "aufgaben", "anforderungen", "stelle", "stellenbeschreibung", "einleitung", "poste", "offre", "descriptif",
        "vacature", "functie", "taken", "puesto", "oferta", "funciones", "requisitos", "team", "teams", "department",
        "division", "abteilung", "équipe", "afdeling", "departamento", "id", "ref", "reference", "salary", "experience",
        "years", "deadline", "purpose", "perks", "culture", "values", "apply", "application", "login", "cookies",
        "snapshot",
        "glance", "highlights", "intro", "background", "context", "kontext", "contexte", "hiring", "responsibility",
        "permanent", "contract", "temporary", "freelance", "confidential", "undisclosed", "anonymous",
    ])
    private static let teams: Set<String> = [
        "team", "department", "division", "abteilung", "équipe", "afdeling", "departamento",
    ]
    private static let fields: Set<String> = [
        "engineering", "technology", "tech", "product", "design", "marketing", "sales", "finance", "operations", "hr",
        "legal", "research", "development", "data", "analytics", "it", "security", "support", "software", "science",
        "machine", "learning", "ai", "ml", "platform", "infrastructure", "cloud", "business", "people", "customer",
        "success", "digital", "information", "python", "sql", "java", "other", "general", "entwicklung", "forschung",
        "informatique", "vertrieb", "produktion", "distributed", "systems", "clouds", "services",
    ]
    private static let buttons: Set<String> = [
        "apply", "share", "save", "print", "back", "bewerben", "drucken", "teilen", "zurück", "postuler", "partager",
        "imprimer", "retour", "solliciteer", "delen", "terug", "aplicar", "compartir", "volver", "skip",
    ]
}
