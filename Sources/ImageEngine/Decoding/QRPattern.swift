internal import ImageDecoding

/// The fixed patterns of QR codes of one size: finder, alignment and timing patterns (ISO/IEC 18004, 6.3).
struct QRPattern: Sendable {
    let dimension: Int
    /// Row by row, for each module: 1 black, −1 white, 0 for data.
    let known: [Int8]

    /// `dimension` in modules, 21 to 177 in steps of four; nil for any other.
    init?(dimension: Int) {
        guard (21...177).contains(dimension), (dimension - 17) % 4 == 0 else { return nil }
        self.dimension = dimension
        var known = [Int8](repeating: 0, count: dimension * dimension)
        func set(_ column: Int, _ row: Int, _ isBlack: Bool) {
            guard (0..<dimension).contains(column), (0..<dimension).contains(row) else { return }
            known[row * dimension + column] = isBlack ? 1 : -1
        }
        for index in 8..<(dimension - 8) {
            set(index, 6, index % 2 == 0)
            set(6, index, index % 2 == 0)
        }
        let places = Self.alignmentPlaces(dimension: dimension)
        for row in places {
            for column in places {
                let isFinder = (row == 6 || row == dimension - 7) && (column == 6 || column == dimension - 7)
                if isFinder, row == 6 || column == 6 { continue }
                for y in -2...2 {
                    for x in -2...2 { set(column + x, row + y, max(abs(x), abs(y)) != 1) }
                }
            }
        }
        for (column, row) in [(3, 3), (dimension - 4, 3), (3, dimension - 4)] {
            for y in -4...4 {
                for x in -4...4 {
                    let ring = max(abs(x), abs(y))
                    set(column + x, row + y, ring != 2 && ring != 4)
                }
            }
        }
        self.known = known
    }

    /// An alignment pattern, in the form of ``known``.
    static let alignment: [Int8] = (0..<25).map { max(abs($0 / 5 - 2), abs($0 % 5 - 2)) == 1 ? -1 : 1 }

    /// The centres of the alignment patterns in each direction (ISO/IEC 18004, annex E).
    static func alignmentPlaces(dimension: Int) -> [Int] {
        let version = (dimension - 17) / 4
        guard version > 1 else { return [] }
        let count = version / 7 + 2
        let step = version == 32 ? 26 : (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2
        return [6] + (0..<(count - 1)).map { dimension - 7 - $0 * step }.reversed()
    }
}
