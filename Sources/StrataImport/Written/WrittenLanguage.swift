/// The language of what a person wrote.
public enum WrittenLanguage {
    /// ISO 639-1 code of a text's language; nil where it says too little, or mixes two.
    public static func code(of text: String) -> String? { TextLanguage.read(text) }
}
