/// The keys that spell the pairing barcode under some layouts.
struct PairingPattern: Equatable, Sendable {
    /// One key with or without Shift.
    struct Step: Hashable, Sendable {
        let code: UInt16
        let isShifted: Bool
    }

    static let shortest = 8
    static let longest = 64

    let steps: [Step]
    private(set) var layouts: [KeyboardLayout]

    /// The patterns of a text under the layouts, each pattern once.
    ///
    /// Compiles the layouts, which takes some milliseconds each.
    static func all(
        spelling text: String,
        under layouts: [KeyboardLayout]
    ) throws(ScannerPairingError) -> [PairingPattern] {
        let isPlain = text.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
        guard isPlain, (shortest...longest).contains(text.utf8.count) else { throw .unsuitableText }
        var patterns: [PairingPattern] = []
        for layout in layouts {
            guard let keys = try? KeyMap(layout).typing(text) else { continue }
            let steps = keys.map { Step(code: $0.code, isShifted: $0.level == .shift) }
            // A third level stands for no letter and no digit.
            guard keys.allSatisfy({ $0.level == .plain || $0.level == .shift }) else { continue }
            if let index = patterns.firstIndex(where: { $0.steps == steps }) {
                patterns[index].layouts.append(layout)
            } else {
                patterns.append(PairingPattern(steps: steps, layouts: [layout]))
            }
        }
        guard !patterns.isEmpty else { throw .unsuitableText }
        return patterns
    }
}
