#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// A program that Strata does without, unless it is given a file of its kind.
struct OptionalProgram {
    var name: String
    /// The Debian package that has it.
    var package: String

    static let pdfToText = OptionalProgram(name: "pdftotext", package: "poppler-utils")
    static let pandoc = OptionalProgram(name: "pandoc", package: "pandoc")
    static let xlsxToCSV = OptionalProgram(name: "xlsx2csv", package: "xlsx2csv")

    /// Where it stands.
    ///
    /// - parameter searchPath: folders as in `PATH`.
    /// - parameter input: the file that it is for.
    /// - throws: `InputError` where it is not installed.
    func find(in searchPath: String, for input: String, kind: String) throws(InputError) -> String {
        for folder in searchPath.split(separator: ":") where folder.hasPrefix("/") {
            let path = "\(folder)/\(name)"
            var status = stat()
            if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(path, X_OK) == 0 { return path }
        }
        throw InputError(
            .missingProgram, path: input,
            "this is \(kind), and reading it needs \(name), which is not installed: sudo apt install \(package)")
    }
}
