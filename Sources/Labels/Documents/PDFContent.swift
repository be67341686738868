import Glibc

/// A buffer for the operators of a page or glyph, which formats numbers without creating strings.
final class PDFContent {
    private var start: UnsafeMutablePointer<UInt8>
    private var room: Int
    private(set) var count = 0

    init(room: Int = 512) {
        self.room = room
        start = .allocate(capacity: room)
    }

    deinit { start.deallocate() }

    var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

    /// Calls `body` with the bytes written so far.
    func withBytes<Result>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(LabelError) -> Result
    ) throws(LabelError) -> Result { try body(UnsafeBufferPointer(start: start, count: count)) }

    /// Appends a number with at most `decimals` decimals, and a space.
    func append(_ value: Double, decimals: Int) {
        var factor = 1
        for _ in 0..<decimals { factor *= 10 }
        let scaled = (value * Double(factor)).rounded()
        // No coordinate on a page comes near this limit, but a broken font could.
        guard scaled.magnitude < 1e15 else { return append(whole: 0) }
        reserve(40)
        var number = Int(scaled)
        if number < 0 {
            put(UInt8(ascii: "-"))
            number = -number
        }
        let whole = number / factor
        digits(whole)
        var rest = number - whole * factor
        if rest > 0 {
            put(UInt8(ascii: "."))
            var place = factor / 10
            while rest > 0 {
                let digit = rest / place
                put(UInt8(truncatingIfNeeded: 48 + digit))
                rest -= digit * place
                place /= 10
            }
        }
        put(UInt8(ascii: " "))
    }

    /// Appends a number of hundredths as a decimal number, and a space.
    func append(hundredths value: Int) {
        reserve(40)
        if value < 0 { put(UInt8(ascii: "-")) }
        let (whole, rest) = Int(clamping: value.magnitude).quotientAndRemainder(dividingBy: 100)
        digits(whole)
        if rest > 0 {
            put(UInt8(ascii: "."))
            put(UInt8(truncatingIfNeeded: 48 + rest / 10))
            if rest % 10 > 0 { put(UInt8(truncatingIfNeeded: 48 + rest % 10)) }
        }
        put(UInt8(ascii: " "))
    }

    /// Appends a whole number, and a space.
    func append(whole value: Int) {
        reserve(40)
        if value < 0 { put(UInt8(ascii: "-")) }
        digits(Int(clamping: value.magnitude))
        put(UInt8(ascii: " "))
    }

    func append(_ text: StaticString) {
        reserve(text.utf8CodeUnitCount)
        memcpy(start + count, text.utf8Start, text.utf8CodeUnitCount)
        count += text.utf8CodeUnitCount
    }

    func append(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            reserve(1)
            put(byte)
        }
    }

    /// Appends two hexadecimal digits.
    func append(hexadecimal byte: UInt8) {
        reserve(2)
        for nibble in [byte >> 4, byte & 15] { put(nibble < 10 ? 48 + nibble : 55 + nibble) }
    }

    private func digits(_ value: Int) {
        var length = 1
        var least = 10
        while value >= least, length < 18 {
            length += 1
            least *= 10
        }
        var rest = value
        for place in stride(from: count + length - 1, through: count, by: -1) {
            start[place] = UInt8(truncatingIfNeeded: 48 + rest % 10)
            rest /= 10
        }
        count += length
    }

    /// Appends a byte.
    ///
    /// The caller has reserved the space.
    private func put(_ byte: UInt8) {
        start[count] = byte
        count += 1
    }

    private func reserve(_ more: Int) {
        guard count + more > room else { return }
        let larger = max(room * 2, count + more)
        let next = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        memcpy(next, start, count)
        start.deallocate()
        start = next
        room = larger
    }
}
