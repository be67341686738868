import Synchronization

/// The eight masks of QR symbols of one size, and the rule that selects one of them (ISO/IEC 18004:2015, 7.8.3).
///
/// zint implements the rule, but takes ten times as long for it as for everything else. The differences between masks
/// are equal in all symbols of a size: they are obtained from zint once, and the rule is applied to whole rows here.
struct QRMasks: Sendable {
    /// The widest symbol, version 9: rows must leave room for the light modules that the rule assumes on both sides.
    static let widest = 53

    private static let count = 8
    private static let known = Mutex<[Int: QRMasks]>([:])

    /// The number of modules in a row, and of rows.
    private let width: Int
    /// The difference of each mask from the first: its rows, then its columns, mask after mask.
    private let changes: [UInt64]

    /// Returns the masks for symbols of `width`.
    ///
    /// `draw` returns the rows of one text with a mask, numbered from 0.
    static func of(width: Int, draw: (Int) throws(LabelError) -> [UInt64]) throws(LabelError) -> QRMasks {
        if let masks = known.withLock({ $0[width] }) { return masks }
        var symbols: [[UInt64]] = []
        for mask in 0..<count { symbols.append(lines(of: try draw(mask), width: width)) }
        let changes = symbols.flatMap { symbol in zip(symbol, symbols[0]).map { $0 ^ $1 } }
        let masks = QRMasks(width: width, changes: changes)
        known.withLock { $0[width] = masks }
        return masks
    }

    /// Returns the rows of a symbol, given with the first mask, with the best mask: the first one with the lowest
    /// penalty.
    func best(for rows: [UInt64]) -> [UInt64] {
        let plain = Self.lines(of: rows, width: width)
        var lines = plain
        var best = (mask: 0, penalty: Int.max)
        for mask in 0..<Self.count {
            for index in 0..<2 * width { lines[index] = plain[index] ^ changes[mask * 2 * width + index] }
            let penalty = penalty(lines)
            if penalty < best.penalty { best = (mask, penalty) }
        }
        return (0..<width).map { rows[$0] ^ changes[best.mask * 2 * width + $0] }
    }

    /// Returns the rows, then the columns.
    private static func lines(of rows: [UInt64], width: Int) -> [UInt64] {
        var lines = rows + [UInt64](repeating: 0, count: width)
        for row in 0..<width {
            var rest = rows[row]
            while rest != 0 {
                lines[width + rest.trailingZeroBitCount] |= 1 << UInt64(row)
                rest &= rest - 1
            }
        }
        return lines
    }

    private func penalty(_ lines: [UInt64]) -> Int {
        let inside: UInt64 = 1 << UInt64(width) - 1
        var penalty = 0
        var dark = 0
        for index in 0..<2 * width {
            let line = lines[index]
            // Five or more equal modules in a line: three, plus one for each more than five.
            let alike = ~(line ^ line >> 1) & inside >> 1
            let five = alike & alike >> 1 & alike >> 2 & alike >> 3
            penalty += five.nonzeroBitCount + 2 * (five & ~(five << 1)).nonzeroBitCount
            penalty += 40 * Self.finders(line)
            guard index < width else { continue }
            dark += line.nonzeroBitCount
            guard index + 1 < width else { continue }
            // Each block of two by two equal modules: three.
            let below = ~(line ^ lines[index + 1])
            penalty += 3 * (alike & below & below >> 1).nonzeroBitCount
        }
        // Each five per cent by which the dark share differs from half: ten.
        let percent = 100 * Double(dark) / Double(width * width)
        return penalty + 10 * Int((percent - 50).magnitude / 5)
    }

    /// Counts the patterns in a line that resemble a finder: 1:1:3:1:1 with four light modules on one side.
    private static func finders(_ line: UInt64) -> Int {
        let wide = line << 4
        let found = wide & ~(wide >> 1) & wide >> 2 & wide >> 3 & wide >> 4 & ~(wide >> 5) & wide >> 6
        guard found != 0 else { return 0 }
        let before = wide << 1 | wide << 2 | wide << 3 | wide << 4
        let after = wide >> 7 | wide >> 8 | wide >> 9 | wide >> 10
        return (found & ~(before & after)).nonzeroBitCount
    }
}
