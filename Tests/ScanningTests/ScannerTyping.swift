@testable import Scanning

/// A scanner that is set to a layout and types barcodes as such scanners do: each key down and up, with what is to be held.
struct ScannerTyping {
    private let keys: [Character: TypedKey]

    init(_ layout: KeyboardLayout) throws {
        keys = try KeyMap(layout).keysByCharacter()
    }

    /// The presses and releases for a text, or nil when the layout has a character on no key.
    func events(for text: String) -> [(code: UInt16, value: Int32)]? {
        var events: [(code: UInt16, value: Int32)] = []
        for character in text {
            if character == "\n" {
                events += [(USKeys.enter, 1), (USKeys.enter, 0)]
                continue
            }
            guard let key = keys[character] else { return nil }
            events += key.modifiers.map { ($0, 1) }
            events += [(key.code, 1), (key.code, 0)]
            events += key.modifiers.reversed().map { ($0, 0) }
        }
        return events
    }

    /// What a reader makes of the text when it takes the scanner for one that is set to `declared`.
    func outcomes(for text: String, readUnder declared: KeyMap) throws -> [KeyResult]? {
        guard let events = events(for: text + "\n") else { return nil }
        var assembler = KeyAssembler(state: try KeyState(declared))
        var outcomes: [ReadingOutcome?] = []
        for event in events { outcomes.append(assembler.key(event.code, value: event.value, time: 1)) }
        return outcomes.compactMap { $0.map(KeyResult.init) }
    }
}
