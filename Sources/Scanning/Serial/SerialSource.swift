/// A serial scanner that is being read.
final class SerialSource: ScannerSource {
    /// Maximum reads per turn; the rest follows in the next turn, so that one scanner does not delay others.
    private static let turn = 4

    private let port: SerialPort
    private var marks = LineMarks()
    private var assembler: SerialAssembler
    private(set) var pace = Pace()

    init(port: consuming SerialPort, framing: ScanFraming) {
        self.port = port
        self.assembler = SerialAssembler(framing: framing)
    }

    var descriptor: Int32 { port.pollDescriptor }
    var awaitsEnding: Bool { assembler.awaitsEnding }

    func read(_ watchers: [ScannerWatch], take: (ReadingOutcome) -> Void) throws(ScannerFailure) -> SourceActivity {
        var activity = SourceActivity.none
        for _ in 0..<Self.turn {
            guard let bytes = try port.read() else { return .gone }
            if bytes.isEmpty { break }
            activity = .some
            let time = KernelClock.now
            watchers.tell(.bytes(Array(bytes[...]), time: KernelClock.timeOfDay(of: time)))
            for byte in bytes {
                guard let symbol = marks.take(byte) else { continue }
                let wasOpen = awaitsEnding
                let outcome = assembler.take(symbol, time: time)
                if wasOpen || awaitsEnding || outcome != nil { pace.note(time, isWithin: wasOpen) }
                if let outcome { take(outcome) }
            }
        }
        return activity
    }

    func fellSilent() -> ReadingOutcome? { assembler.fellSilent() }

    func abandon(as rejection: ScanRejection) -> ReadingOutcome? { assembler.abandon(as: rejection) }
}
