/// The language of what a person wrote.
public enum WrittenLanguage {
    /// ISO 639-1 code of a text's language; nil where it says too little, or mixes two.
    ///
    /// A sentence is enough: a person writes in one language, other than who fills an applicant-tracking system.
    public static func code(of text: String) -> String? { TextLanguage.read(text, least: 4, leastScore: 1.5) }
}
