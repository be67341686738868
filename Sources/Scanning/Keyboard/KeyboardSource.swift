/// A keyboard scanner that is being read.
final class KeyboardSource: ScannerSource {
    /// Maximum reads per turn; the rest follows in the next turn, so that one scanner does not delay others.
    private static let turn = 4

    private let device: EventDevice
    private var assembler: KeyAssembler
    private(set) var pace = Pace()

    /// Grabs the device.
    init(device: consuming EventDevice, state: consuming KeyState, framing: ScanFraming) throws(ScannerFailure) {
        try device.grab()
        self.assembler = KeyAssembler(state: state, framing: framing, held: device.held)
        self.device = device
    }

    var descriptor: Int32 { device.pollDescriptor }
    var awaitsEnding: Bool { assembler.awaitsEnding }

    func read(_ watchers: [ScannerWatch], take: (ReadingOutcome) -> Void) throws(ScannerFailure) -> SourceActivity {
        var activity = SourceActivity.none
        for _ in 0..<Self.turn {
            guard let events = try device.read() else { return .gone }
            if events.isEmpty { break }
            for event in events {
                if !watchers.isEmpty { watchers.tell(signal(event)) }
                // The kernel repeats a key endlessly when its release was lost, so repeats do not indicate a code.
                if case .key(_, 2, _) = event { continue }
                activity = .some
                let wasOpen = awaitsEnding
                let outcome = outcome(of: event)
                if wasOpen || awaitsEnding || outcome != nil { pace.note(event.time, isWithin: wasOpen) }
                if let outcome { take(outcome) }
            }
        }
        return activity
    }

    private func outcome(of event: KernelEvent) -> ReadingOutcome? {
        switch event {
        case .key(let code, let value, let time): assembler.key(code, value: value, time: time)
        case .dropped: assembler.eventsDropped()
        }
    }

    func fellSilent() -> ReadingOutcome? { assembler.fellSilent() }

    func abandon(as rejection: ScanRejection) -> ReadingOutcome? { assembler.abandon(as: rejection) }

    private func signal(_ event: KernelEvent) -> ScannerSignal {
        guard case .key(let code, let value, let time) = event else { return .eventsDropped }
        var text: String?
        if value == 1, case .text(let typed) = assembler.meaning(of: code) { text = typed }
        return .key(
            Keystroke(
                code: code,
                name: EventDevice.name(ofKey: code),
                action: .init(value),
                text: text,
                time: KernelClock.timeOfDay(of: time)
            )
        )
    }
}
