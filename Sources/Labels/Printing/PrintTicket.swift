/// How a document is to be printed.
struct PrintTicket: Sendable, Hashable {
    /// Printable and short enough for an IPP name.
    let title: String
    /// A PWG 5101.1 name.
    let media: String
    let copies: Int
    let printer: String

    private static let longestTitle = 120

    init(title: String, media: String, copies: Int, printer: String) {
        var short = ""
        for character in LabelText.printable(title) {
            guard short.utf8.count + character.utf8.count <= Self.longestTitle else { break }
            short.append(character)
        }
        self.title = short.isEmpty ? "label" : short
        self.media = media
        self.copies = copies
        self.printer = printer
    }
}
