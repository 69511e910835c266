/// The parts of a compiled catalogue, in the order in which they were written.
struct CompiledParts {
    let names: NameTable
    let reader: Reader
    let titles: TitleReader
    let scorer: Scorer

    init(_ memory: ImageMemory) {
        var image = ImageReader(trusted: memory)
        names = NameTable(&image)
        reader = Reader(&image)
        titles = TitleReader(&image)
        scorer = Scorer(&image)
    }

    /// Whether every number that is used as a place leads to a place that is there.
    var areSound: Bool {
        let roles = names.count - names.skillCount
        return roles >= 0 && names.isSound && scorer.weights.isSound(skills: names.skillCount, roles: roles)
            && titles.isSound(roles: roles) && reader.isSound(skills: names.skillCount, roles: roles)
    }
}
