/// Waits for the pairing barcode among the keys of one keyboard that nobody has named, in whatever way guns type it.
///
/// Each way is a layout and a framing, and has the assembler with which a scanner of that setting is read, so that what can
/// be read can be paired. What is typed stays in the assemblers until its Enter, or a pause, and goes nowhere.
///
/// Not Sendable: it lives on the reading thread.
final class PairingMatcher {
    /// How the barcode was typed.
    struct Match: Equatable {
        /// The layouts under which the keys spell it, the likeliest first.
        let layouts: [KeyboardLayout]
        let framing: ScanFraming
        var affixes = ScanAffixes()
    }

    private final class Way {
        let layout: KeyboardLayout
        let framing: ScanFraming
        var assembler: KeyAssembler

        init(_ layout: KeyboardLayout, _ framing: ScanFraming, state: consuming KeyState, held: Set<UInt16>) {
            self.layout = layout
            self.framing = framing
            self.assembler = KeyAssembler(state: state, framing: framing, held: held)
        }
    }

    private let text: String
    private let framings: [ScanFraming]
    private let ways: [Way]

    /// A matcher for a keyboard on which `held` keys are down.
    init(_ request: PairingRequest, held: Set<UInt16> = []) {
        text = request.text
        framings = request.framings
        ways = request.framings.flatMap { framing in
            request.layouts.compactMap { layout in
                // A layout that this machine does not have cannot be set either.
                guard let state = try? request.compiled.state(of: layout) else { return nil }
                return Way(layout, framing, state: state, held: held)
            }
        }
    }

    /// Whether a pause is to be told by ``fellSilent()``.
    var awaitsEnding: Bool { ways.contains { $0.assembler.awaitsEnding } }

    /// Takes a key, as ``KeyAssembler/key(_:value:time:)`` does.
    func key(_ code: UInt16, value: Int32, time: Int64) -> Match? {
        match { $0.assembler.key(code, value: value, time: time) }
    }

    /// Takes SYN_DROPPED.
    func eventsDropped() {
        for way in ways { _ = way.assembler.eventsDropped() }
    }

    /// Takes a pause that is longer than any within a barcode; what came before it is forgotten.
    func fellSilent() -> Match? {
        match { way in
            if way.framing == .idle { return way.assembler.fellSilent() }
            _ = way.assembler.abandon(as: .noEnding)
            return nil
        }
    }

    /// Does something to all ways; of the framings that fit then the first counts.
    private func match(_ body: (Way) -> ReadingOutcome?) -> Match? {
        var fitting: [ScanFraming: Match] = [:]
        for way in ways {
            guard case .reading(let reading) = body(way), let affixes = ScanAffixes(around: text, in: reading.text)
            else {
                continue
            }
            let former = fitting[way.framing]
            fitting[way.framing] = Match(
                layouts: (former?.layouts ?? []) + [way.layout],
                framing: way.framing,
                affixes: former?.affixes ?? affixes
            )
        }
        return framings.lazy.compactMap { fitting[$0] }.first
    }
}
