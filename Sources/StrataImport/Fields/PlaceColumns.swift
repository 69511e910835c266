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
        if workplace(record) == .remote, reading.place?.lowercased().contains("remote") != true {
            reading.place = reading.place.map { "Remote, \($0)" } ?? "Remote"
        }
        return reading
    }

    /// What the place is read as: columns for its parts go before the text of the whole.
    ///
    /// - parameters:
    ///   - text: the place as it is stored.
    ///   - title: the JD's, which may say how one works.
    mutating func parts(of text: String?, _ record: RawRecord, title: String, description: String) -> Place {
        var place = text.map { placeParts.value(for: $0) { PlaceReader.read($0) } } ?? Place()
        if let country = country(record) {
            if place.country != nil, place.country != country { (place.city, place.region) = (nil, nil) }
            place.country = country
        }
        if place.city == nil, let city = single(.city, record) { place.city = city }
        if place.region == nil, let region = single(.region, record) { place.region = region }
        place.workplace =
            workplace(record) ?? place.workplace ?? WorkplaceName.read(title: title, text: description)
        return place
    }

    private mutating func country(_ record: RawRecord) -> String? {
        for column in plan.columns(.country) {
            guard record.cells(of: column).count == 1, let text = line(column, record) else { continue }
            if let code = Gazetteer.shared.country(text) { return code }
        }
        return nil
    }

    /// The one value of a part; several are several places.
    private mutating func single(_ role: ColumnRole, _ record: RawRecord) -> String? {
        for column in plan.columns(role) where record.cells(of: column).count == 1 {
            if let text = line(column, record), text.utf8.count <= 80 { return text }
        }
        return nil
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

    /// What the columns for it say of the way of working.
    private mutating func workplace(_ record: RawRecord) -> Workplace? {
        for column in plan.columns(.workplace) {
            guard let text = line(column, record) else { continue }
            if let known = workplaces.value(for: text, make: WorkplaceName.read(answer:)) { return known }
        }
        return nil
    }
}
