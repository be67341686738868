import Vocabulary

/// The zone behind a time of day.
enum ZoneText {
    /// Returns the clock of `UTC` or of an offset `±hh:mm`; nil for an abbreviation of the site's own zone.
    static func clock(_ zone: String) -> LocalClock? {
        if zone == "UTC" { return .utc }
        guard zone.utf8.count == 6, let first = zone.utf8.first, first == 0x2b || first == 0x2d else { return nil }
        let digits = zone.utf8.filter(isDigit).map { Int($0 - 0x30) }
        guard digits.count == 4 else { return nil }
        let seconds = (digits[0] * 10 + digits[1]) * 3_600 + (digits[2] * 10 + digits[3]) * 60
        return LocalClock(secondsEastOfUTC: first == 0x2d ? -seconds : seconds)
    }

    /// Returns `UTC`, `±hh:mm` or the abbreviation; nil for anything else.
    ///
    /// Offsets are written `+1`, `+01`, `+0100` or `+01:00`, also behind `UTC` or `GMT`.
    static func normalized(_ text: some StringProtocol) -> String? {
        if ["UTC", "GMT", "Z", "z", "utc", "gmt"].contains(String(text)) { return "UTC" }
        for prefix in ["UTC", "GMT"] where text.hasPrefix(prefix) {
            return offset(text.dropFirst(3))
        }
        if let offset = offset(text) { return offset }
        let isName = (2...6).contains(text.utf8.count) && text.utf8.allSatisfy { (0x61...0x7a).contains($0 | 0x20) }
        return isName ? String(text) : nil
    }

    static func offset(_ text: some StringProtocol) -> String? {
        // A minus sign of typographers counts, too.
        let bytes = Array(String(text).replacing("\u{2212}", with: "-").utf8)
        guard let sign = bytes.first, sign == 0x2b || sign == 0x2d else { return nil }
        var digits = Array(bytes.dropFirst())
        if digits.count == 5, digits[2] == UInt8(ascii: ":") { digits.remove(at: 2) }
        if digits.count == 1 { digits.insert(0x30, at: 0) }
        if digits.count == 2 { digits += [0x30, 0x30] }
        guard digits.count == 4, digits.allSatisfy(isDigit) else { return nil }
        let (hours, minutes) = (Int(digits[0] - 0x30) * 10 + Int(digits[1] - 0x30), Int(digits[2] - 0x30))
        guard hours < 24, minutes < 6 else { return nil }
        return String(decoding: [sign] + digits[..<2] + [UInt8(ascii: ":")] + digits[2...], as: UTF8.self)
    }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
