/// One onlooker at the scanners that go by one stable name; compared by identity.
final class ScannerWatch: Sendable, Hashable {
    private static let capacity = 4_096

    let stableName: String
    let queue = BoundedQueue<ScannerSignal>(capacity: capacity) { .overflowed(lost: $0) }

    init(stableName: String) {
        self.stableName = stableName
    }

    func tell(_ signal: ScannerSignal) { queue.push(signal) }

    static func == (left: ScannerWatch, right: ScannerWatch) -> Bool { left === right }

    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
