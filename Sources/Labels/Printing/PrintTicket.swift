/// How a document is to be printed.
public struct PrintTicket: Sendable, Hashable {
    /// Printable and short enough for an IPP name; no other job is called so.
    public let title: String
    /// A PWG 5101.1 name.
    let media: String
    /// That of the document; nil where the printer has its own.
    let resolution: PrintResolution?
    /// What else it says in the words of the queue's driver.
    let options: [QueuePage.Option]
    let copies: Int
    /// The queue, and which of its sets of options.
    let printer: String
    let instance: String?

    private static let longestTitle = 120

    /// - Parameters:
    ///   - media: as ``LabelPrinter/check(_:as:despite:)`` answered it.
    ///   - mark: what no other job has in its name: numbers of jobs are used again, and a printer has its own.
    public init(
        title: String,
        media: String,
        page: QueuePage? = nil,
        resolution: PrintResolution? = nil,
        copies: Int,
        printer: String,
        instance: String? = nil,
        mark: String = String(UInt64.random(in: 1 << 40...(1 << 48)), radix: 36)
    ) {
        var short = ""
        for character in LabelText.printable(title) {
            guard short.utf8.count + character.utf8.count <= Self.longestTitle else { break }
            short.append(character)
        }
        self.title = (short.isEmpty ? "label" : short) + " " + mark
        self.media = media
        self.resolution = resolution
        options = page?.options ?? []
        self.copies = copies
        self.printer = printer
        self.instance = instance
    }
}
