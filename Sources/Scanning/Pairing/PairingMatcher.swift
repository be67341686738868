/// Detects the pairing barcode among the keys of an unnamed keyboard, in any combination of layout and framing.
///
/// Each combination has its own assembler, like the one that reads a scanner with that setting, so that every scanner
/// that can be read can be paired. Typed text stays in the assemblers until Enter or a pause, and is not passed on.
///
/// Not Sendable: used only on the reading thread.
final class PairingMatcher {
    /// How the barcode was typed.
    struct Match: Equatable {
        /// The layouts in which the keys spell it, most likely first.
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

    /// Creates a matcher for a keyboard on which `held` keys are down.
    init(_ request: PairingRequest, held: Set<UInt16> = []) {
        text = request.text
        framings = request.framings
        ways = request.framings.flatMap { framing in
            request.layouts.compactMap { layout in
                // A layout that this machine lacks cannot be configured either.
                guard let state = try? request.compiled.state(of: layout) else { return nil }
                return Way(layout, framing, state: state, held: held)
            }
        }
    }

    /// Whether ``fellSilent()`` must be called after a pause.
    var awaitsEnding: Bool { ways.contains { $0.assembler.awaitsEnding } }

    /// Processes a key like ``KeyAssembler/key(_:value:time:)``.
    func key(_ code: UInt16, value: Int32, time: Int64) -> Match? {
        match { $0.assembler.key(code, value: value, time: time) }
    }

    /// Processes SYN_DROPPED.
    func eventsDropped() {
        for way in ways { _ = way.assembler.eventsDropped() }
    }

    /// Processes a pause longer than any within a barcode; earlier keys are discarded.
    func fellSilent() -> Match? {
        match { way in
            if way.framing == .idle { return way.assembler.fellSilent() }
            _ = way.assembler.abandon(as: .noEnding)
            return nil
        }
    }

    /// Applies `body` to all combinations; if several framings match, the first one counts.
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

/// The scanner that typed the pairing barcode, how it typed it, and how to recognise it again.
public struct PairedScanner: Sendable, Hashable {
    public let identity: ScannerIdentity
    /// Matches this scanner and none of the other devices plugged in.
    public let match: ScannerMatch
    /// The layouts in which its keys spell the barcode, most likely first; empty for a scanner that is already read.
    public let layouts: [KeyboardLayout]
    /// The framing of its barcodes; nil for a scanner that is already read.
    public let framing: ScanFraming?
    /// The affixes around the barcode, in addition to those in its setting.
    public let affixes: ScanAffixes

    public init(
        identity: ScannerIdentity,
        match: ScannerMatch,
        layouts: [KeyboardLayout],
        framing: ScanFraming?,
        affixes: ScanAffixes = ScanAffixes()
    ) {
        self.identity = identity
        self.match = match
        self.layouts = layouts
        self.framing = framing
        self.affixes = affixes
    }

    /// Whether it was named before pairing, and is already read.
    public var isNamed: Bool { framing == nil }
}
