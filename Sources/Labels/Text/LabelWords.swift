/// The text on one label, with the part that is the path to a place.
struct LabelWords: Sendable, Hashable {
    /// The separator between the levels of a path, from the outermost to the innermost.
    static let separator = " › "
    /// The separator before which no line may break.
    static let heldSeparator = "\u{A0}› "

    /// The text before the path; the whole text if there is none.
    var head = ""
    /// The path to a place, level by level; nil if the text has none.
    var way: String?
    /// The text after the path.
    var tail = ""

    var text: String { head + (way ?? "") + tail }

    init() {}

    init(_ text: String) { head = text }

    /// Appends words of the template, or the value of a `field`.
    mutating func append(_ words: String, of field: String? = nil) {
        switch (field, way) {
        case (FieldExpression.wayField, nil): way = words
        case (_, nil): head += words
        default: tail += words
        }
    }

    /// Returns the words as one paragraph of limited length, cut according to `ellipsis`.
    ///
    /// For ``LabelText/Ellipsis/levels``, text without a path counts as one level.
    func printable(_ ellipsis: LabelText.Ellipsis) -> LabelWords {
        var words = LabelWords()
        let (head, way) = ellipsis == .levels && way == nil ? ("", head) : (head, way)
        words.head = LabelText.printable(head, ellipsis: way == nil ? ellipsis : .end)
        guard let way else { return words }
        let printed = LabelText.printable(way, ellipsis: ellipsis, isAfterSpace: words.endsInSpace)
        words.way = Self.holdingTogether(printed)
        words.tail = LabelText.printable(tail, ellipsis: .end, isAfterSpace: words.endsInSpace)
        return words.keepingLevelsInOrder
    }

    private var endsInSpace: Bool { text.unicodeScalars.last.map { $0 == " " } ?? true }

    /// Replaces spaces so that lines break after the separator of two levels, and within a level only if its name is
    /// long.
    private static func holdingTogether(_ way: String) -> String {
        let levels = way.split(separator: separator).map { level in
            level.count > longestHeld ? level : level.replacing(" ", with: "\u{A0}")
        }
        return levels.joined(separator: heldSeparator)
    }

    /// The maximum length in characters of a name that is not broken.
    private static let longestHeld = 16
}
