internal import StrataModel

extension RACI {
    /// The steps as a file to edit and give back: YAML, each step's layer in a remark.
    public var stepsFile: String {
        var lines: [String] = []
        if let brief { lines.append("brief: \(Self.quoted(brief))") }
        lines.append(
            "# Change, add or remove steps. 'layer:' settles a step's layer ('outside' for none of the stack), 'responsible:'"
        )
        lines.append("# and 'accountable:' its roles: - {name: ..., layer: mlops, responsible: MLOps Engineer}")
        lines.append("steps:")
        for step in steps {
            lines.append("  - name: \(Self.quoted(step.name))  # \(step.layer?.slug ?? "outside the stack")")
            for key in step.settled.keys.sorted() {
                lines.append("    \(key): \(Self.quoted(step.settled[key] ?? ""))")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A text in double quotes, as YAML and JSON read it alike.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
                quoted += "\\x" + String(scalar.value + 0x100, radix: 16).dropFirst()
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
