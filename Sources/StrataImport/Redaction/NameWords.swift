internal import StrataCatalogue

/// Words that tell where the name of a person stands, and what is none.
enum NameWords {
    static let firstNames = (try? Seeds.firstNames()) ?? []

    /// Behind these a name is expected; a colon makes any two words with capitals one.
    static let strong: Set<String> = [
        "recruiter", "recruiters", "contact person", "contact persons", "hiring manager", "hiring contact",
        "point of contact",
        "contact name", "talent partner", "posted by", "job poster", "your contact", "hr contact", "recruiting contact",
        "ansprechpartner", "ansprechpartnerin", "ansprechperson", "ansprechpartner in", "kontaktperson", "kontakt",
        "ihre ansprechpartnerin", "ihr ansprechpartner", "deine ansprechpartnerin", "dein ansprechpartner", "recruteur",
        "recruteuse", "interlocuteur", "interlocutrice", "personne à contacter", "votre contact", "contactpersoon",
        "persona de contacto", "reclutador", "reclutadora", "contacto", "referente", "contatto", "contatti",
        "recrutador",
        "recrutadora", "contato", "kontaktdaten", "recruiting partner", "talent acquisition partner",
    ]
    /// Behind these a name may stand, among much else.
    static let weak: Set<String> = [
        "contact", "reach out to", "get in touch with", "in touch with", "speak to", "speak with", "talk to",
        "questions to",
        "call", "email", "e-mail", "mail", "message", "cv to", "resume to", "application to", "apply to", "report to",
        "attention of", "attn", "ask for", "wende dich an", "wenden sie sich an", "dich an", "sich an", "bewerbung an",
        "fragen an", "kontaktiere", "kontaktieren sie", "contacter", "contactez", "contacte", "adresser à", "auprès de",
        "contact op met", "contact met", "bel met", "bel", "mail naar", "contacta con", "contactar con", "contattare",
        "contatta", "contate", "fale com", "recruiter is", "recruiting team", "dir", "ihnen",
    ]
    static let cueStarts = Set(strong.union(weak).map { String($0.prefix { $0 != " " }) })
    static let cueLetters = Set(
        cueStarts.compactMap { $0.unicodeScalars.first.map { $0.value < 0x80 ? $0.value | 0x20 : 0x80 } })
    /// Small words between a cue and a name.
    static let links: Set<String> = [
        "is", "our", "your", "the", "in", "house", "recruiter", "hr", "hiring", "manager", "ist", "unsere", "unser",
        "ihre", "ihr", "deine", "dein", "est", "notre", "onze", "is", "von", "to", "an", "für", "dich", "sie", "bitte",
        "with", "directly", "direkt", "directement", "at", "lead", "talent", "acquisition", "partner", "me", "ons",
        "gerne", "gern", "uw", "jouw", "op", "met", "con", "nuestra", "nuestro",
    ]
    static let titles: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "herr", "herrn", "frau", "mme", "madame", "monsieur", "mlle", "sra", "señor",
        "señora", "signor", "signora", "dhr", "mevr", "mevrouw", "meneer",
    ]
    /// Titles that firms and scientists have too: they make a name only behind a cue or another title.
    static let degrees: Set<String> = ["dr", "prof"]
    static let particles: Set<String> = [
        "van", "von", "de", "der", "den", "da", "di", "del", "della", "la", "le", "du", "dos", "das", "zu", "ter",
        "ten",
        "bin", "al", "el", "y", "e",
    ]
    /// Words with a capital behind a name that do not make it a firm's.
    static let endings: Set<String> = [
        "recruiter", "recruiting", "recruitment", "hr", "human", "talent", "head", "senior", "lead", "manager",
        "director",
        "at", "via", "by", "on", "or", "and", "tel", "telefon", "phone", "email", "mail", "e-mail", "mobile", "mobil",
        "fax", "unter", "per", "personal", "people", "partner", "chief", "please",
    ]
    /// Words that stand where names do and are none.
    static let noNames: Set<String> = endings.union(titles).union([
        "team", "teams", "department", "us", "our", "the", "a", "an", "careers", "career", "jobs", "job", "support",
        "service", "services", "center", "centre", "office", "group", "company", "inc", "ltd", "llc", "gmbh", "ag",
        "bv",
        "plc", "corp", "limited", "resources", "relations", "equal", "employment", "opportunity", "data", "engineering",
        "engineer", "engineers", "science", "scientist", "scientists", "analyst", "analysts", "developer", "developers",
        "software", "product", "products", "project", "projects", "program", "programs", "customer", "customers",
        "client", "clients", "business", "marketing", "sales", "finance", "legal", "security", "technology",
        "technical",
        "technologies", "solutions", "systems", "research", "machine", "learning", "artificial", "intelligence",
        "cloud",
        "google", "amazon", "microsoft", "apple", "meta", "aws", "azure", "apache", "python", "java", "kafka", "spark",
        "kubernetes", "docker", "sql", "linux", "university", "college", "school", "institute", "laboratory",
        "laboratories", "bank", "health", "healthcare", "medical", "hospital", "insurance", "international", "global",
        "national", "american", "united", "states", "kingdom", "new", "north", "south", "east", "west", "san", "los",
        "santa", "monday", "tuesday", "wednesday", "thursday", "friday", "january", "february", "march", "april", "may",
        "june", "july", "august", "september", "october", "november", "december", "this", "that", "these", "you", "we",
        "your", "if", "for", "with", "to", "in", "as", "all", "any", "apply", "now", "contact", "about", "what", "who",
        "how", "application", "applications", "resume", "cv", "requirements", "qualifications", "responsibilities",
        "benefits", "description", "summary", "location", "salary", "position", "role", "title", "type", "full", "part",
        "time", "reasonable", "accommodation", "accommodations", "disability", "affirmative", "action", "employer",
        "eoe", "eeo", "title", "act", "policy", "privacy", "california", "london", "berlin", "paris", "amsterdam",
        "information", "benefit", "leave", "administration", "management", "operations", "development", "design",
        "quality", "digital", "analytics", "platform", "infrastructure", "devops", "consulting", "consultants",
        "consultancy", "staffing", "agency", "partners", "associates", "foundation", "association", "council", "board",
        "committee", "division", "unit", "section", "branch", "region", "city", "county", "state", "government",
        "federal", "public", "private", "online", "web", "website", "site", "page", "link", "linkedin", "facebook",
        "twitter", "instagram", "youtube", "slack", "zoom", "teams", "skype", "whatsapp", "github", "bewerbung",
        "bewerben", "personalabteilung", "abteilung", "unternehmen", "stelle", "fragen", "rückfragen", "ihre", "ihr",
        "sie", "wir", "uns", "du", "dich", "das", "die", "der", "den", "dem", "und", "oder", "für", "bei", "bitte",
        "haben",
        "standort", "referenz", "kennziffer", "ansprechpartner", "ansprechpartnerin", "kontakt", "nous", "vous",
        "notre",
        "votre", "le", "la", "les", "et", "ou", "de", "het", "een", "wij", "je", "jij", "voor", "met", "of", "ons",
        "recruiters", "recruteur", "humaines", "ressources", "candidature", "sollicitatie", "vacature", "is", "are",
        "has", "have", "will", "can", "no", "not", "yes", "i", "it", "he", "she", "they", "from", "there", "here",
        "when",
        "where", "why", "while", "strong", "experience", "skills", "must", "ability", "excellent", "knowledge",
    ])
}
