/// Numbers as PDF writes them, without a detour through strings.
extension [UInt8] {
    /// A number with at most `decimals` decimals, and a space after it.
    mutating func append(_ value: Double, decimals: Int) {
        var factor = 1
        for _ in 0..<decimals { factor *= 10 }
        let scaled = (value * Double(factor)).rounded()
        // Nothing on a page comes near; a broken font could.
        guard scaled.magnitude < 1e15 else { return append(0, decimals: 0) }
        var number = Int(scaled)
        if number < 0 {
            append(UInt8(ascii: "-"))
            number = -number
        }
        let (whole, fraction) = number.quotientAndRemainder(dividingBy: factor)
        append(digits: whole)
        if fraction > 0 {
            append(UInt8(ascii: "."))
            var rest = fraction
            var place = factor / 10
            while rest > 0 {
                append(UInt8(48 + rest / place))
                rest %= place
                place /= 10
            }
        }
        append(UInt8(ascii: " "))
    }

    mutating func append(whole value: Int) {
        var value = value
        if value < 0 {
            append(UInt8(ascii: "-"))
            value = -value
        }
        append(digits: value)
        append(UInt8(ascii: " "))
    }

    mutating func append(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Two hexadecimal digits.
    mutating func append(hexadecimal byte: UInt8) {
        for nibble in [byte >> 4, byte & 15] { append(nibble < 10 ? 48 + nibble : 55 + nibble) }
    }

    private mutating func append(digits value: Int) {
        if value >= 10 { append(digits: value / 10) }
        append(UInt8(48 + value % 10))
    }
}
