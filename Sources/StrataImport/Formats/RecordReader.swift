/// What a reader found next.
enum RawReading {
    case record
    /// Something that should have been a record.
    case reject(reason: String)
    case end
}

/// Reads the records of one format, one at a time.
protocol RecordReader: AnyObject {
    /// The columns or paths known so far; the list only grows.
    var columns: [String] { get }
    /// Which columns are wanted; values of others need not be delivered. Nil for all.
    var wanted: [Bool]? { get set }
    /// Whether later records may bring columns that none had before.
    var mayGrow: Bool { get }
    /// Reads the next record into `record`, or says why what stands there is none.
    ///
    /// - throws: `InputError` when reading can't go on.
    func read(into record: RawRecord) throws -> RawReading
    /// The text of what was last read, cut to a reject's limit.
    func rawText() -> String
}

extension RecordReader {
    /// Bytes as a reject's raw text: cut and decoded.
    static func raw(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        TextDecoding.string(UnsafeBufferPointer(rebasing: bytes.prefix(Reject.rawLimit)))
    }
}
