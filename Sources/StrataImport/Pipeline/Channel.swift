internal import Dispatch
internal import Synchronization

/// Hands values from one thread to another, a few at a time: the faster side waits for the slower.
final class Channel<Value: Sendable>: Sendable {
    private struct State {
        var values: [Value] = []
        var isClosed = false
    }

    private let state = Mutex(State())
    private let free: DispatchSemaphore
    private let filled = DispatchSemaphore(value: 0)

    /// - parameter capacity: how many values may wait to be taken.
    init(capacity: Int) {
        // Counted up from 0: a semaphore that goes while it holds less than it began with, as after a failure, ends the
        // process.
        free = DispatchSemaphore(value: 0)
        for _ in 0..<capacity { free.signal() }
    }

    /// Waits for room and puts the value in.
    ///
    /// - returns: false when the other side has closed the channel and takes no more.
    func send(_ value: Value) -> Bool {
        free.wait()
        let isOpen = state.withLock { state in
            if !state.isClosed { state.values.append(value) }
            return !state.isClosed
        }
        filled.signal()
        return isOpen
    }

    /// Waits for a value and takes it out; to be called once for each value sent.
    func receive() -> Value? {
        filled.wait()
        let value = state.withLock { state in state.values.isEmpty ? nil : state.values.removeFirst() }
        free.signal()
        return value
    }

    /// Takes no more: a sender that waits for room, or comes later, is told so.
    func close() {
        state.withLock { $0.isClosed = true }
        free.signal()
    }
}
