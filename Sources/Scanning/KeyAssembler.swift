/// Puts the keys of one scanner together to readings: a state machine without a device and without a clock.
///
/// A fault is told once, at once, and the keys up to the end of the reading are swallowed. Where the end did not
/// come, the next reading is refused too, because it may be the rest: nothing is guessed and nothing is silent.
struct KeyAssembler: ~Copyable {
    private enum Phase {
        case idle
        case reading
        /// Keys were down at the start; told as soon as more of that reading comes.
        case joining
        /// The fault has been told.
        case swallowing
        /// A reading stopped without an end, which has been told.
        case stalled
    }

    private enum Key {
        static let numLock: UInt16 = 69

        static func ending(_ code: UInt16) -> ScanEnding? {
            switch code {
            case 28, 96: .enter  // KEY_ENTER, KEY_KPENTER
            case 15: .tab  // KEY_TAB
            default: nil
            }
        }
    }

    private let state: KeyState
    private var phase: Phase
    private var down: Set<UInt16>
    private var text = ""
    private var length = 0

    /// An assembler for a keyboard on which `held` keys are down already; their releases are ignored.
    init(state: consuming KeyState, held: Set<UInt16> = []) {
        self.state = state
        self.down = held
        self.phase = held.allSatisfy { Key.ending($0) != nil } ? .idle : .joining
    }

    /// Whether a reading is open, so that a pause has to be told by ``fellSilent()``.
    var awaitsEnding: Bool {
        switch phase {
        case .reading, .joining, .swallowing: true
        case .idle, .stalled: false
        }
    }

    /// Takes a key: `value` 1 for down, 0 for up; 2, the kernel's own repetition of a held key, is ignored.
    mutating func key(_ code: UInt16, value: Int32, time: Int64) -> KeyOutcome? {
        switch value {
        case 0: released(code)
        case 1: pressed(code, time: time)
        default: nil
        }
    }

    /// Takes SYN_DROPPED: of the keys that are lost nobody knows which they were.
    mutating func eventsDropped() -> KeyOutcome? {
        for code in down { state.release(code) }
        down = []
        state.unlock()
        return refuse(.eventsDropped)
    }

    /// Takes a pause that is longer than any within a reading.
    mutating func fellSilent() -> KeyOutcome? {
        switch phase {
        case .idle, .stalled:
            return nil
        case .joining:
            clear(to: .idle)
            return nil
        case .swallowing:
            clear(to: .stalled)
            return nil
        case .reading:
            clear(to: .stalled)
            return .rejection(.noEnding)
        }
    }

    /// Takes the end of the device or of the reader; a reading that is open is refused as `rejection`.
    mutating func abandon(as rejection: ScanRejection) -> KeyOutcome? {
        let isOpen = phase == .reading
        clear(to: .idle)
        return isOpen ? .rejection(rejection) : nil
    }

    private mutating func released(_ code: UInt16) -> KeyOutcome? {
        if down.remove(code) != nil {
            state.release(code)
        } else if phase == .swallowing, Key.ending(code) != nil {
            // The press is among the dropped events: here the reading ended.
            finish()
        }
        return nil
    }

    private mutating func pressed(_ code: UInt16, time: Int64) -> KeyOutcome? {
        // Some scanners toggle Num Lock around digits; the keypad means digits in any case.
        guard code != Key.numLock else { return nil }
        down.insert(code)
        if let ending = Key.ending(code) {
            defer { finish() }
            return ended(ending, time: time)
        }
        let meaning = state.press(code)
        if case .modifier = meaning { return nil }
        switch phase {
        case .swallowing: return nil
        case .joining: return refuse(.beginningMissing)
        case .stalled: return refuse(.afterNoEnding)
        case .idle, .reading: return append(meaning)
        }
    }

    private mutating func append(_ meaning: KeyMeaning) -> KeyOutcome? {
        switch meaning {
        case .modifier:
            return nil
        case .unusable(let rejection):
            return refuse(rejection)
        case .text(let more):
            length += more.unicodeScalars.count
            guard length <= KeyedReading.longest else { return refuse(.tooLong) }
            text += more
            phase = .reading
            return nil
        }
    }

    private func ended(_ ending: ScanEnding, time: Int64) -> KeyOutcome? {
        switch phase {
        case .reading: .reading(KeyedReading(text: text, time: time, ending: ending))
        case .joining: .rejection(.beginningMissing)
        case .idle, .swallowing, .stalled: nil
        }
    }

    private mutating func refuse(_ rejection: ScanRejection) -> KeyOutcome {
        clear(to: .swallowing)
        return .rejection(rejection)
    }

    private mutating func finish() {
        state.unlock()
        clear(to: .idle)
    }

    private mutating func clear(to phase: Phase) {
        self.phase = phase
        text = ""
        length = 0
    }
}
