/// How a document is to be printed.
public struct PrintTicket: Sendable, Hashable {
    /// Printable and short enough for an IPP name.
    let title: String
    /// A PWG 5101.1 name.
    let media: String
    /// That of the document; nil where the printer has its own.
    let resolution: PrintResolution?
    let copies: Int
    /// The queue, and which of its sets of options.
    let printer: String
    let instance: String?

    private static let longestTitle = 120

    /// - Parameter media: as ``LabelPrinter/check(_:)`` answered it.
    public init(
        title: String,
        media: String,
        resolution: PrintResolution? = nil,
        copies: Int,
        printer: String,
        instance: String? = nil
    ) {
        var short = ""
        for character in LabelText.printable(title) {
            guard short.utf8.count + character.utf8.count <= Self.longestTitle else { break }
            short.append(character)
        }
        self.title = short.isEmpty ? "label" : short
        self.media = media
        self.resolution = resolution
        self.copies = copies
        self.printer = printer
        self.instance = instance
    }
}
