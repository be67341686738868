/// A serial scanner that is being read.
final class SerialSource: ScannerSource {
    /// Reads in one turn; the rest comes in the next, so that no scanner holds up another.
    private static let turn = 4

    private let port: SerialPort
    private var marks = LineMarks()
    private var assembler: SerialAssembler

    init(port: consuming SerialPort, framing: ScanFraming) {
        self.port = port
        self.assembler = SerialAssembler(framing: framing)
    }

    var descriptor: Int32 { port.pollDescriptor }
    var awaitsEnding: Bool { assembler.awaitsEnding }

    func read(_ watchers: [ScannerWatch], take: (ReadingOutcome) -> Void) throws(ScannerFailure) -> Bool {
        for _ in 0..<Self.turn {
            guard let bytes = try port.read() else { return false }
            if bytes.isEmpty { break }
            let time = WallClock.now
            watchers.tell(.bytes(Array(bytes[...]), time: time))
            for byte in bytes {
                if let symbol = marks.take(byte), let outcome = assembler.take(symbol, time: time) { take(outcome) }
            }
        }
        return true
    }

    func fellSilent() -> ReadingOutcome? { assembler.fellSilent() }

    func abandon(as rejection: ScanRejection) -> ReadingOutcome? { assembler.abandon(as: rejection) }
}
