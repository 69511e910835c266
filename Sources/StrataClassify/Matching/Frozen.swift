/// An array that never changes again.
///
/// Read through its pointer it costs neither reference counts nor bounds checks, which the matcher would pay for each
/// word of a text. Whoever reads keeps it alive meanwhile.
final class Frozen<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    // Unchecked: the memory is written before the initialiser returns, and never again.
    let elements: UnsafeBufferPointer<Element>

    init(_ array: [Element]) {
        let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: array.count)
        _ = copy.initialize(from: array)
        elements = UnsafeBufferPointer(copy)
    }

    deinit { elements.deallocate() }
}
