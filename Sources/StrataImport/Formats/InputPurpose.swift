/// What an input is read for, which decides how to mend one that cannot be read.
enum InputPurpose {
    /// JDs, many to a file as a rule.
    case records
    /// The text of one document: a résumé, a brief.
    case document

    /// Why an empty input is refused.
    var nothing: String { self == .records ? "nothing to import" : "nothing to read" }
    /// What stands behind a command that writes what can be read.
    var pipe: String { self == .records ? " | strata import -" : " > NEW" }
    /// What to do with an archive's folder.
    var folder: String { self == .records ? "import the folder" : "name the document itself" }
    /// What text is saved as.
    var formats: String { self == .records ? "CSV, JSON or text" : "text, Markdown, PDF, DOCX, ODT or HTML" }
    /// What a document of an office program is saved as.
    var office: String { self == .records ? "XLSX, DOCX or CSV" : "DOCX, ODT, PDF or text" }
    /// What an office program's document that is no text is saved as.
    var table: String { self == .records ? "XLSX or CSV" : "DOCX, ODT, PDF or text" }
}
