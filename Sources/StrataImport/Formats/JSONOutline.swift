/// Where the records of a JSON document lie, found by one pass over its structure that keeps nothing of its content.
struct JSONOutline {
    /// An array that holds objects.
    struct ObjectArray {
        /// Offset of its `[` from the start of the source.
        var offset: Int64
        var length: Int64
    }

    /// The array of objects that takes the most bytes.
    private(set) var largest: ObjectArray?
    /// Keys of the first top-level object that have strings for values.
    private(set) var stringKeys: [String] = []
    /// How many values stand side by side at the top.
    private(set) var topLevelValues = 0

    private struct Frame {
        var isArray: Bool
        var offset: Int64
        var holdsObjects = false
    }

    private var frames: [Frame] = []
    /// Open brackets beyond those that are kept as frames.
    private var excess = 0
    private var hasClosedObject = false
    private var isInString = false
    private var isEscaped = false
    private var lastKey: [UInt8] = []
    private var string: [UInt8] = []

    /// Reads the window from the position to its end.
    init(_ window: ByteWindow, from start: Int) throws(InputError) {
        var position = start
        var offset = Int64(0)
        while true {
            let end = window.end
            while position < end {
                take(window.base, &position, end: end, offset: offset)
            }
            if window.isFinal { break }
            offset += Int64(end)
            // Objects are what records will come of.
            if hasClosedObject { window.source.noteRecord() }
            hasClosedObject = false
            do throws(InputError) {
                _ = try window.refill(keepingFrom: end)
            } catch {
                // The records before the damage are read all the same, and it is met again behind them.
                guard error.kind == .damaged else { throw error }
                break
            }
            position = 0
        }
        for frame in frames where frame.isArray { close(frame, at: offset + Int64(position)) }
    }

    private mutating func take(
        _ base: UnsafeMutablePointer<UInt8>, _ position: inout Int, end: Int, offset: Int64
    ) {
        if isInString {
            takeString(base, &position, end: end)
            return
        }
        let byte = base[position]
        switch byte {
        case 0x22:
            isInString = true
            string.removeAll(keepingCapacity: true)
            if frames.isEmpty { topLevelValues += 1 }
        case 0x7B, 0x5B: open(isArray: byte == 0x5B, at: offset + Int64(position))
        case 0x7D, 0x5D:
            if excess > 0 {
                excess -= 1
            } else if let frame = frames.popLast() {
                if frame.isArray { close(frame, at: offset + Int64(position)) } else { hasClosedObject = true }
            }
        case 0x3A: lastKey = string
        default: break
        }
        position += 1
    }

    private mutating func takeString(_ base: UnsafeMutablePointer<UInt8>, _ position: inout Int, end: Int) {
        if isEscaped {
            isEscaped = false
            position += 1
            return
        }
        let stop = ByteScan.first(Self.stops, in: base, from: position, to: end)
        if frames.count == 1, string.count < 100 {
            string.append(contentsOf: UnsafeBufferPointer(start: base + position, count: min(stop - position, 100)))
        }
        position = stop
        guard stop < end else { return }
        position += 1
        if base[stop] == 0x5C {
            isEscaped = true
        } else {
            isInString = false
            if frames.count == 1, topLevelValues == 1, !lastKey.isEmpty, stringKeys.count < 200 {
                stringKeys.append(TextDecoding.string(lastKey))
                lastKey.removeAll(keepingCapacity: true)
            }
        }
    }

    private mutating func open(isArray: Bool, at offset: Int64) {
        if frames.isEmpty { topLevelValues += 1 }
        lastKey.removeAll(keepingCapacity: true)
        if let last = frames.indices.last, !isArray, excess == 0 { frames[last].holdsObjects = true }
        guard frames.count < JSONScanner.depthLimit, excess == 0 else {
            excess += 1
            return
        }
        frames.append(Frame(isArray: isArray, offset: offset))
    }

    private mutating func close(_ frame: Frame, at offset: Int64) {
        guard frame.holdsObjects else { return }
        let length = offset - frame.offset
        if length > largest?.length ?? 0 { largest = ObjectArray(offset: frame.offset, length: length) }
    }

    private static let stops = ByteScan.Needles(0x22, 0x5C, 0x22)
}
