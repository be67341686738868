/// Assembles the keys of one scanner into readings: a state machine without a device and without a clock.
///
/// A fault is reported once, immediately, and the keys up to the end of the reading are discarded. If the end is
/// missing, the next reading is rejected too, because it may be the remainder: nothing is guessed, and no loss is
/// silent.
///
/// Keys that type nothing immediately after an end belong to the scanner's suffix, such as Enter and Down; before a
/// code they may represent one of its characters. Transmission control characters belong to no code. No key or lock
/// state is carried over from one code to the next.
struct KeyAssembler: ~Copyable {
    private enum Phase {
        case idle
        case reading
        /// Keys were down at the start; this is reported as soon as more of that reading arrives.
        case joining
        /// The fault has been reported.
        case swallowing
        /// A reading stopped without an end, which has been reported.
        case stalled
    }

    private enum Key {
        static let numLock: UInt16 = 69
        static let scrollLock: UInt16 = 70
        static let leftAlt: UInt16 = 56
    }

    private let state: KeyState
    private let suffix: KeySuffix
    private var phase: Phase
    private var down: Set<UInt16>
    private var text = ""
    private var length = 0
    private var altCode: AltCode?
    /// An accent whose letter has not arrived, with its key.
    private var pending: (accent: DeadKey?, code: UInt16)?
    /// When a key last went down or up, in microseconds of any clock that cannot be set.
    private var lastTime: Int64 = 0
    /// When the last code ended; nil before the first one.
    private var endTime: Int64?
    /// Whether Enter or Tab arrived between STX and ETX, so that only ETX may follow.
    private var isAfterSuffix = false
    /// Whether the discarded keys may belong to a later code than the rejected one.
    private var hasPaused = false

    /// Creates an assembler for a keyboard on which `held` keys are already down; their releases are ignored.
    init(state: consuming KeyState, framing: ScanFraming = .suffix, held: Set<UInt16> = []) {
        self.state = state
        self.suffix = KeySuffix(framing)
        self.down = held
        self.phase = held.allSatisfy { KeySuffix.isEndingKey($0) } ? .idle : .joining
    }

    /// Whether a reading is open, so that ``fellSilent()`` must be called after a pause.
    var awaitsEnding: Bool {
        switch phase {
        case .reading, .joining, .swallowing: true
        case .idle, .stalled: false
        }
    }

    /// The current meaning of the key.
    func meaning(of code: UInt16) -> KeyMeaning { state.meaning(of: code) }

    /// Processes a key: `value` is 1 for down, 0 for up; 2, the kernel's repeat of a held key, is ignored.
    mutating func key(_ code: UInt16, value: Int32, time: Int64) -> ReadingOutcome? {
        switch value {
        case 0:
            lastTime = time
            return released(code)
        case 1:
            if time &- lastTime > Pace.apart { paused() }
            lastTime = time
            return pressed(code)
        default:
            return nil
        }
    }

    /// Records a pause between codes: later keys belong to another code than earlier ones, unless that code is still
    /// open.
    private mutating func paused() {
        switch phase {
        case .idle, .stalled:
            // A key that is still down, or locked, lost its release or was left so after the end.
            for code in down { state.release(code) }
            down = []
            altCode = nil
            state.unlock()
        case .swallowing: hasPaused = true
        case .reading, .joining: break
        }
    }

    /// Processes SYN_DROPPED: an unknown set of keys was lost.
    mutating func eventsDropped() -> ReadingOutcome? {
        for code in down { state.release(code) }
        down = []
        altCode = nil
        state.unlock()
        return refuse(.eventsDropped)
    }

    /// Processes a pause longer than any within a reading.
    mutating func fellSilent() -> ReadingOutcome? {
        switch phase {
        case .idle, .stalled:
            return nil
        case .joining:
            clear(to: .idle)
            return nil
        case .swallowing:
            clear(to: suffix.isOptional ? .idle : .stalled)
            return nil
        case .reading where suffix.isOptional:
            defer { finish() }
            return completed(.idle)
        case .reading:
            clear(to: .stalled)
            return .rejection(.noEnding)
        }
    }

    /// Processes the end of the device or of the reader; an open reading is rejected as `rejection`.
    mutating func abandon(as rejection: ScanRejection) -> ReadingOutcome? {
        let isOpen = phase == .reading
        clear(to: .idle)
        return isOpen ? .rejection(rejection) : nil
    }

    // MARK: keys

    private mutating func released(_ code: UInt16) -> ReadingOutcome? {
        if down.remove(code) != nil {
            state.release(code)
            guard code == Key.leftAlt, let number = altCode.take(), !number.isEmpty else { return nil }
            return take(number.meaning, code: code)
        }
        if phase == .swallowing, KeySuffix.isEndingKey(code) {
            // The press is among the dropped events; the reading ended here.
            finish()
        }
        return nil
    }

    private mutating func pressed(_ code: UInt16) -> ReadingOutcome? {
        // Some scanners toggle Num Lock around digits; the keypad always means digits, and Scroll Lock is ignored.
        guard code != Key.numLock, code != Key.scrollLock else { return nil }
        if let digit = AltCode.digit(code), altCode != nil {
            altCode?.press(digit, withOthersDown: down.contains { AltCode.digit($0) != nil })
            down.insert(code)
            return nil
        }
        // libxkbcommon counts a press without the preceding release twice, which would leave a modifier down
        // permanently.
        if !down.insert(code).inserted { state.release(code) }
        if code == Key.leftAlt { altCode = AltCode() }
        let meaning = state.meaning(of: code)
        state.press(code)
        return take(meaning, code: code)
    }

    private mutating func take(_ meaning: KeyMeaning, code: UInt16) -> ReadingOutcome? {
        if case .modifier = meaning { return nil }
        switch suffix.role(of: code, meaning: meaning) {
        case .beginning:
            let isOpen = phase == .reading
            clear(to: .reading)
            return isOpen ? .rejection(.noEnding) : nil
        case .ending(let ending):
            defer { finish() }
            return ended(ending)
        case .nothing where phase == .idle:
            return nil
        case .nothing where phase == .reading && suffix.needsBeginning:
            isAfterSuffix = true
            return nil
        case .character where phase == .idle && isBetweenCodes(meaning):
            return nil
        case .nothing, .character:
            break
        }
        switch phase {
        case .swallowing: return hasPaused ? refuse(.afterNoEnding) : nil
        case .joining: return refuse(.beginningMissing)
        case .stalled: return refuse(.afterNoEnding)
        case .idle where suffix.needsBeginning: return refuse(.outsideFrame)
        case .idle, .reading: return append(meaning, code: code)
        }
    }

    /// Whether a key between two codes belongs to neither.
    private func isBetweenCodes(_ meaning: KeyMeaning) -> Bool {
        switch meaning {
        case .unusable(.controlCharacter(let control)): TransmissionControl.contains(control)
        case .unusable(.unreadableKey): endTime.map { lastTime &- $0 <= Pace.apart } ?? false
        default: false
        }
    }

    private mutating func append(_ meaning: KeyMeaning, code: UInt16) -> ReadingOutcome? {
        if isAfterSuffix { return refuse(.controlCharacter(13)) }
        switch meaning {
        case .modifier:
            return nil
        case .unusable(let rejection):
            return refuse(rejection)
        case .dead(let accent):
            guard pending == nil else { return refuse(.deadKey(code)) }
            pending = (accent, code)
            phase = .reading
            return nil
        case .text(let letter):
            var more = letter
            if let (accent, code) = pending.take() {
                guard let joined = accent?.joined(with: letter) else { return refuse(.deadKey(code)) }
                more = joined
            }
            length += more.unicodeScalars.count
            guard length <= ScanReading.longest else { return refuse(.tooLong) }
            text += more
            phase = .reading
            return nil
        }
    }

    private func ended(_ ending: ScanEnding) -> ReadingOutcome? {
        switch phase {
        case .reading: completed(ending)
        case .joining: .rejection(.beginningMissing)
        case .idle, .swallowing, .stalled: nil
        }
    }

    private func completed(_ ending: ScanEnding) -> ReadingOutcome? {
        if let pending { return .rejection(.deadKey(pending.code)) }
        if altCode?.isEmpty == false { return .rejection(.altCode) }
        if text.isEmpty { return nil }
        return .reading(ScanReading(text: text, time: lastTime, ending: ending))
    }

    private mutating func refuse(_ rejection: ScanRejection) -> ReadingOutcome {
        clear(to: .swallowing)
        return .rejection(rejection)
    }

    private mutating func finish() {
        endTime = lastTime
        state.unlock()
        clear(to: .idle)
    }

    private mutating func clear(to phase: Phase) {
        self.phase = phase
        text = ""
        length = 0
        pending = nil
        hasPaused = false
        isAfterSuffix = false
        // Digits of an unfinished number do not belong to the next code.
        if altCode != nil { altCode = AltCode() }
    }
}
