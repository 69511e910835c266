internal import Dispatch
internal import Synchronization

/// A value that another thread is making.
final class Promise<Value: Sendable>: Sendable {
    private let made = Mutex<Value?>(nil)
    private let isMade = DispatchSemaphore(value: 0)

    /// Hands the value over; to be called once.
    func keep(_ value: Value) {
        made.withLock { $0 = value }
        isMade.signal()
    }

    /// Waits for the value; to be called once.
    func value() -> Value? {
        isMade.wait()
        return made.withLock { $0.take() }
    }
}
