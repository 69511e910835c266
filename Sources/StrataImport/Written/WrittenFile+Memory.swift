extension WrittenFile {
    /// YAML or JSON that is there already.
    ///
    /// - parameter path: what messages call it.
    /// - throws: ``InputError``, which names line and mend.
    public static func read(yaml text: String, named path: String) throws -> WrittenFile {
        .values(try WrittenYAML.node(of: text, path: path))
    }
}
