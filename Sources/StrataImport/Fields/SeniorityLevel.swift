import StrataModel

/// Steps of seniority by the words of a level column. From titles and texts it is the classifier's to tell.
enum SeniorityLevel {
    /// The step that a value such as "Mid-Senior level" or "Expert/Leader" names; nil when it names none.
    static func read(_ text: String) -> Seniority? {
        guard text.utf8.count <= 200 else { return nil }
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        let key = words.filter { $0 != "level" && $0 != "niveau" }.joined(separator: " ")
        if let exact = exact[key] { return exact }
        guard words.count <= 6 else { return nil }
        // The highest rung that is named: "Senior Manager" is a manager.
        for (names, step) in ladder where names.contains(where: words.contains) { return step }
        return nil
    }

    private static let exact: [String: Seniority] = [
        "mid senior": .senior, "entry": .junior, "associate": .junior, "expert leader": .principal, "mid": .mid,
        "not applicable": .mid,
    ].filter { $0.key != "not applicable" }

    private static let ladder: [([String], Seniority)] = [
        (
            [
                "executive", "chief", "cto", "ceo", "cio", "vp", "president", "vorstand", "geschäftsführung",
                "geschäftsführer",
            ], .executive
        ),
        (
            ["director", "directeur", "direktor", "direktorin", "head", "direttore", "diretor", "diretora", "leitung"],
            .director
        ),
        (["manager", "supervisor", "teamleiter", "gerente", "coordenador", "führungskraft"], .manager),
        (["principal", "expert", "leader", "distinguished", "fellow"], .principal),
        (["lead"], .lead), (["staff"], .staff),
        (["senior", "sr", "experienced", "confirmé", "erfahren", "sénior", "sênior", "ervaren", "esperto"], .senior),
        (
            [
                "mid", "intermediate", "middle", "medior", "regular", "professional", "berufserfahren", "pleno",
                "confirmado",
            ], .mid
        ),
        (
            [
                "junior", "jr", "entry", "graduate", "associate", "beginner", "débutant", "berufseinsteiger", "starter",
                "júnior",
                "principiante", "debutante", "berufseinstieg",
            ],
            .junior
        ),
        (
            [
                "intern", "internship", "trainee", "working", "praktikant", "praktikum", "stage", "stagiaire",
                "werkstudent", "student", "apprentice", "prácticas", "estagiário", "tirocinante", "alternant",
                "stagiair",
            ], .intern
        ),
    ]
}
