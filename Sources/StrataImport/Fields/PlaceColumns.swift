import StrataModel

extension RecordCleaner {
    /// Where the job is: a column for the whole place, else city, region and country put together.
    mutating func place(_ record: RawRecord) -> PlaceName.Reading {
        var reading = PlaceName.Reading()
        for column in plan.columns(.location) {
            guard let text = line(column, record) else { continue }
            reading = places.value(for: text, make: PlaceName.read)
            if reading.place != nil { break }
        }
        if reading.place == nil { reading.place = assembled(record) }
        if isRemote(record), reading.place?.lowercased().contains("remote") != true {
            reading.place = reading.place.map { "Remote, \($0)" } ?? "Remote"
        }
        return reading
    }

    /// Places put together from their parts; an array of places gives several.
    private mutating func assembled(_ record: RawRecord) -> String? {
        let roles: [ColumnRole] = [.city, .region, .country]
        var parts: [(cell: Int, role: Int, text: String)] = []
        for (index, role) in roles.enumerated() {
            guard let column = plan.columns(role).first(where: { record.holds($0) }) else { continue }
            for (cell, bytes) in record.cells(of: column) {
                let text = bytes.withUnsafeBufferPointer { cleaner.line($0) }
                if !Placeholder.isOne(text) { parts.append((cell, index, text)) }
            }
        }
        parts.sort { $0.cell < $1.cell }
        var places: [[String?]] = []
        for part in parts {
            if places.isEmpty || places[places.count - 1][part.role] != nil { places.append([nil, nil, nil]) }
            places[places.count - 1][part.role] = part.text
        }
        let names = places.prefix(5).map { $0.compactMap { $0 }.joined(separator: ", ") }
        let text = names.joined(separator: "; ") + (places.count > 5 ? "; …" : "")
        return text.isEmpty ? nil : self.places.value(for: text, make: PlaceName.read).place
    }

    private mutating func isRemote(_ record: RawRecord) -> Bool {
        for column in plan.columns(.remote) {
            guard let text = line(column, record)?.lowercased() else { continue }
            if ["true", "yes", "1", "1.0", "telecommute", "remote", "y", "fully remote"].contains(text) { return true }
        }
        return false
    }
}
