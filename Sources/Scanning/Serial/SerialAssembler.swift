/// Assembles the bytes of one serial scanner into readings: a state machine without a device and without a clock.
///
/// A fault is reported once, immediately, and the bytes up to the end of the reading are discarded. If the end is
/// missing, the next reading is rejected too, because it may be the remainder.
struct SerialAssembler {
    private enum Phase {
        case idle
        case reading
        /// Between STX and ETX, where a carriage return does not end the reading.
        case framed
        /// The fault has been reported.
        case swallowing
        /// A reading stopped without an end, which has been reported.
        case stalled
    }

    private enum Control {
        static let first: UInt8 = 32
        static let stx: UInt8 = 2
        static let etx: UInt8 = 3
        static let tab: UInt8 = 9
        static let lineFeed: UInt8 = 10
        static let carriageReturn: UInt8 = 13
        static let escape: UInt8 = 27
    }

    private let framing: ScanFraming
    private var phase = Phase.idle
    private var bytes: [UInt8] = []
    /// Whether the previous byte was a carriage return, of a reading or of a discarded one.
    private var isAfterReturn = false
    private var lastTime: Int64 = 0
    /// Whether the discarded bytes may belong to a later code than the rejected one.
    private var hasPaused = false

    init(framing: ScanFraming) { self.framing = framing }

    /// Whether a reading is open, so that ``fellSilent()`` must be called after a pause.
    var awaitsEnding: Bool {
        switch phase {
        case .reading, .framed, .swallowing: true
        case .idle, .stalled: false
        }
    }

    mutating func take(_ symbol: LineSymbol, time: Int64) -> ReadingOutcome? {
        if phase == .swallowing, time &- lastTime > Pace.apart { hasPaused = true }
        lastTime = time
        guard case .byte(let byte) = symbol else { return phase == .swallowing ? nil : refuse(.lineNoise) }
        defer { isAfterReturn = byte == Control.carriageReturn }
        if byte == Control.stx, framesByStx { return opened() }
        if let ending = ending(byte) { return ended(ending) }
        switch phase {
        case .swallowing: return hasPaused ? refuse(.afterNoEnding) : nil
        case .stalled: return refuse(.afterNoEnding)
        case .idle: return begin(with: byte)
        case .reading, .framed: return append(byte)
        }
    }

    /// Processes a pause longer than any within a reading.
    mutating func fellSilent() -> ReadingOutcome? {
        switch phase {
        case .idle, .stalled:
            return nil
        case .swallowing:
            // With STX or pause framing the next reading is certainly a new one.
            clear(to: framing == .idle || framing.needsBeginning ? .idle : .stalled)
            return nil
        case .reading where framing == .idle:
            return complete(.idle)
        case .reading, .framed:
            clear(to: framing == .idle || framing.needsBeginning ? .idle : .stalled)
            return .rejection(.noEnding)
        }
    }

    /// Processes the end of the device or of the reader; an open reading is rejected as `rejection`.
    mutating func abandon(as rejection: ScanRejection) -> ReadingOutcome? {
        let isOpen = phase == .reading || phase == .framed
        clear(to: .idle)
        return isOpen ? .rejection(rejection) : nil
    }

    // MARK: framing

    private var framesByStx: Bool { framing == .suffix || framing == .idle || framing.needsBeginning }

    private func ending(_ byte: UInt8) -> ScanEnding? {
        if byte == Control.etx, phase == .framed || framing == .stxEtx { return .etx }
        if framing == .stxCarriageReturn { return byte == Control.carriageReturn ? .carriageReturn : nil }
        if phase == .framed { return nil }
        return switch (framing, byte) {
        case (.suffix, Control.carriageReturn), (.idle, Control.carriageReturn): .carriageReturn
        case (.suffix, Control.lineFeed), (.idle, Control.lineFeed): .lineFeed
        case (.suffix, Control.tab), (.idle, Control.tab), (.tab, Control.tab): .tab
        case (.carriageReturn, Control.carriageReturn): .carriageReturn
        case (.lineFeed, Control.lineFeed): .lineFeed
        case (.escape, Control.escape): .escape
        case (.carriageReturnLineFeed, Control.lineFeed):
            isAfterReturn ? .carriageReturnLineFeed : nil
        default: nil
        }
    }

    private mutating func opened() -> ReadingOutcome? {
        let isOpen = phase == .reading || phase == .framed
        clear(to: .framed)
        return isOpen ? .rejection(.noEnding) : nil
    }

    private mutating func begin(with byte: UInt8) -> ReadingOutcome? {
        switch byte {
        case Control.tab, Control.lineFeed, Control.carriageReturn:
            // The remainder of the previous reading's suffix: CR LF after ETX, LF after CR, Tab after CR.
            return nil
        case _ where TransmissionControl.contains(byte):
            return nil
        default:
            break
        }
        if framing.needsBeginning { return refuse(.outsideFrame) }
        if byte < Control.first { return refuse(.controlCharacter(byte)) }
        phase = .reading
        return append(byte)
    }

    private mutating func append(_ byte: UInt8) -> ReadingOutcome? {
        // A UTF-8 character has at most four bytes; the suffix may be included.
        guard bytes.count <= ScanReading.longest * 4 else { return refuse(.tooLong) }
        bytes.append(byte)
        return nil
    }

    private mutating func ended(_ ending: ScanEnding) -> ReadingOutcome? {
        switch phase {
        case .reading, .framed: return complete(ending)
        case .idle: return nil
        case .swallowing, .stalled:
            clear(to: .idle)
            return nil
        }
    }

    private mutating func complete(_ ending: ScanEnding) -> ReadingOutcome? {
        var data = bytes
        var ending = ending
        clear(to: .idle)
        if ending == .carriageReturnLineFeed || ending == .lineFeed, data.last == Control.carriageReturn {
            data.removeLast()
            ending = .carriageReturnLineFeed
        }
        if ending == .etx {
            // A suffix set for terminals without ETX precedes it.
            if data.last == Control.lineFeed || data.last == Control.tab { data.removeLast() }
            if data.last == Control.carriageReturn { data.removeLast() }
        }
        guard !data.isEmpty else { return nil }
        do throws(ScanRejection) {
            return .reading(try ScanReading(bytes: data, time: lastTime, ending: ending))
        } catch {
            return .rejection(error)
        }
    }

    private mutating func refuse(_ rejection: ScanRejection) -> ReadingOutcome {
        clear(to: .swallowing)
        return .rejection(rejection)
    }

    private mutating func clear(to phase: Phase) {
        self.phase = phase
        bytes = []
        hasPaused = false
    }
}
