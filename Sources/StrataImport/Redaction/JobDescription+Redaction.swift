internal import StrataModel

extension JobDescription {
    /// With what leads to a person masked in title and text.
    var redacted: JobDescription {
        var redacted = self
        let title = Redaction.masked(self.title, employer: company)
        let text = Redaction.masked(self.text, employer: company)
        redacted.title = title.text
        redacted.text = text.text
        redacted.masked = title.count + text.count
        return redacted
    }
}
