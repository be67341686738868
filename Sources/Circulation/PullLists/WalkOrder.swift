/// The sort key for walking order: by building, room and shelf.
///
/// Numbers in names are compared by value: shelf 9 comes before shelf 10.
struct WalkOrder: Sendable, Hashable, Comparable {
    /// A run of digits in a name, or the text between digits.
    private enum Piece: Sendable, Hashable, Comparable {
        /// The significant digits.
        ///
        /// A number with more digits is greater.
        case number(String)
        case word(String)

        static func < (left: Piece, right: Piece) -> Bool {
            switch (left, right) {
            case (.number(let left), .number(let right)):
                left.utf8.count == right.utf8.count ? left < right : left.utf8.count < right.utf8.count
            case (.word(let left), .word(let right)): left < right
            case (.number, .word): true
            case (.word, .number): false
            }
        }
    }

    private let names: [[Piece]]

    /// Creates the key.
    ///
    /// - Parameter path: names from the outermost place to the innermost. An empty path comes last.
    init(_ path: [String]) { names = path.map(Self.pieces) }

    static func < (left: WalkOrder, right: WalkOrder) -> Bool {
        guard !left.names.isEmpty, !right.names.isEmpty else { return !left.names.isEmpty }
        return left.names.lexicographicallyPrecedes(right.names) { $0.lexicographicallyPrecedes($1) }
    }

    private static func pieces(of name: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = Substring(name.lowercased())
        while let first = rest.first {
            let isNumber = isDigit(first)
            let run = rest.prefix { isDigit($0) == isNumber }
            pieces.append(isNumber ? .number(String(run.drop { $0 == "0" })) : .word(String(run)))
            rest = rest.dropFirst(run.count)
        }
        return pieces
    }

    private static func isDigit(_ character: Character) -> Bool { "0"..."9" ~= character }
}
