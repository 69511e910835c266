import StrataImport

/// Prints for each file how long its records take to be found, and to be read and cleaned: path, seconds, seconds, with
/// tabs between.
func printRecordTimes(_ paths: some Sequence<String>) throws {
    for path in paths {
        let scanning = try medianMilliseconds(5) { try RecordStream(.file(path: path)).skip(Int.max) }
        let reading = try medianMilliseconds(5) {
            let stream = try RecordStream(.file(path: path))
            while try stream.next() != nil {}
        }
        print(path, scanning / 1000, reading / 1000, separator: "\t")
    }
}
