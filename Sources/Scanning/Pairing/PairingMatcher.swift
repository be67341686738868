/// Waits for the pairing barcode among the keys of one keyboard that nobody has named.
///
/// Of the keys it keeps nothing but how far each pattern has been followed.
struct PairingMatcher {
    private enum Key {
        static let leftShift: UInt16 = 42
        static let rightShift: UInt16 = 54
        static let capsLock: UInt16 = 58
        static let numLock: UInt16 = 69
    }

    private let patterns: [PairingPattern]
    /// For each pattern, after how many steps of it the keys so far may stand.
    private var places: [Set<Int>]
    private var shifts: Set<UInt16> = []

    init(patterns: [PairingPattern]) {
        self.patterns = patterns
        self.places = Array(repeating: [], count: patterns.count)
    }

    /// Takes a key; the layouts once a pattern is complete.
    mutating func key(_ code: UInt16, value: Int32) -> [KeyboardLayout]? {
        switch code {
        case Key.leftShift, Key.rightShift:
            if value == 0 { shifts.remove(code) } else { shifts.insert(code) }
            return nil
        case Key.capsLock, Key.numLock:
            return nil
        default:
            return value == 1 ? pressed(PairingPattern.Step(code: code, isShifted: !shifts.isEmpty)) : nil
        }
    }

    /// Takes SYN_DROPPED.
    mutating func eventsDropped() {
        places = Array(repeating: [], count: patterns.count)
        shifts = []
    }

    private mutating func pressed(_ step: PairingPattern.Step) -> [KeyboardLayout]? {
        var layouts: [KeyboardLayout] = []
        for index in patterns.indices {
            let steps = patterns[index].steps
            let next = places[index].union([0]).filter { steps[$0] == step }.map { $0 + 1 }
            if next.contains(steps.count) { layouts += patterns[index].layouts }
            places[index] = Set(next.filter { $0 < steps.count })
        }
        return layouts.isEmpty ? nil : layouts
    }
}
