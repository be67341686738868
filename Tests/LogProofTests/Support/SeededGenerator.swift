/// Random numbers that come again with the same seed (SplitMix64), so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { self.state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// `bytes` with one to three changes: a bit, a byte, a cut, a doubled or a moved piece.
    mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &self) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &self)
            let end = Int.random(in: place...min(place + 40, bytes.count), using: &self)
            switch Int.random(in: 0..<7, using: &self) {
            case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
            case 1: bytes[place] = UInt8.random(in: .min ... .max, using: &self)
            case 2: bytes.removeSubrange(place..<end)
            case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 4: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &self))
            case 5:
                bytes.insert(
                    Array("\n+ \"{}[],:0-9/=\\\u{E9}\u{2014}".utf8).randomElement(using: &self) ?? 0,
                    at: place
                )
            default: bytes.swapAt(place, bytes.indices.randomElement(using: &self) ?? place)
            }
        }
        return bytes
    }

    /// The JSON text with up to four characters escaped or white space put in: often the same, said otherwise.
    mutating func reworded(_ json: [UInt8]) -> [UInt8] {
        var json = json
        for _ in 0..<Int.random(in: 0...4, using: &self) {
            let place = Int.random(in: json.indices, using: &self)
            let byte = json[place]
            if Bool.random(using: &self) {
                json.insert(Array(" \n\r\t".utf8).randomElement(using: &self) ?? 0x20, at: place)
            } else if (0x30..<0x7B).contains(byte) {
                let digits = String(byte, radix: 16, uppercase: Bool.random(using: &self))
                json.replaceSubrange(place...place, with: Array("\\u00\(digits)".utf8))
            }
        }
        return json
    }
}
