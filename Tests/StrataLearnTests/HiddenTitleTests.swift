import StrataLearn
import Testing

@Suite("Hiding a title") struct HiddenTitleTests {
    @Test(arguments: [
        ("Data Engineer", "We seek a Data Engineer now.", "We seek a   now."),
        ("Data Engineer", "data-engineer, DATA  ENGINEER", " ,  "),
        ("Data Engineer", "Data Engineers and Big Data Engineering", "Data Engineers and Big Data Engineering"),
        ("Senior Data Engineer (m/f/d)", "A Data Engineer. Senior Data Engineer m f d!", "A Data Engineer.  !"),
        ("C++ Engineer", "A C++ engineer writes C.", "A   writes C."),
        ("Größe", "GRÖSSE größe Größen", "GRÖSSE   Größen"), ("", "As it is.", "As it is."),
        ("a a", "a a a", "  a"),
    ])
    func takesItsWordsInSequenceOutOfTheText(title: String, text: String, expected: String) {
        #expect(HiddenTitle.hiding(title, in: text) == expected)
    }

    @Test func aTextWithoutATitleStaysAsItIs() {
        #expect(HiddenTitle.hiding(nil, in: "Data Engineer") == "Data Engineer")
    }
}
