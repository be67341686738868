/// What a text says on one label, and which part of it is the way to a place.
struct LabelWords: Sendable, Hashable {
    /// Stands between the levels of a way, from the outermost to the innermost.
    static let separator = " › "
    /// The same where no line may break before it.
    static let heldSeparator = "\u{A0}› "

    /// What stands before the way; everything where there is none.
    var head = ""
    /// The way to a place, level by level; nil where the text names none.
    var way: String?
    /// What stands behind the way.
    var tail = ""

    var text: String { head + (way ?? "") + tail }

    init() {}

    init(_ text: String) { head = text }

    /// Adds words of the template, or the value of a `field`.
    mutating func append(_ words: String, of field: String? = nil) {
        switch (field, way) {
        case (FieldExpression.wayField, nil): way = words
        case (_, nil): head += words
        default: tail += words
        }
    }

    /// The same as one paragraph of bounded length; what is too long loses the end that `ellipsis` gives up.
    ///
    /// Where levels are to be given up, text without the way to a place counts as one.
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

    /// Lines break after the separator of two levels, and within the name of a level only when it is long.
    private static func holdingTogether(_ way: String) -> String {
        let levels = way.split(separator: separator).map { level in
            level.count > longestHeld ? level : level.replacing(" ", with: "\u{A0}")
        }
        return levels.joined(separator: heldSeparator)
    }

    /// In characters.
    private static let longestHeld = 16
}
