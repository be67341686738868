/// One observer of the scanners with one name; compared by identity.
final class ScannerWatch: Sendable, Hashable {
    private static let capacity = 4_096

    let name: String
    let queue = BoundedQueue<ScannerSignal>(capacity: capacity) { former, _ in
        if case .overflowed(let lost) = former { .overflowed(lost: lost + 1) } else { .overflowed(lost: 1) }
    }

    init(name: String) {
        self.name = name
    }

    func tell(_ signal: ScannerSignal) { queue.push(signal) }

    static func == (left: ScannerWatch, right: ScannerWatch) -> Bool { left === right }

    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension [ScannerWatch] {
    func tell(_ signal: ScannerSignal) { for watch in self { watch.tell(signal) } }
}
