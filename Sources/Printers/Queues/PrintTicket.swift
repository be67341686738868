public import Labels

/// The parameters of a print job.
public struct PrintTicket: Sendable, Hashable {
    /// The unique name of the job: printable, and short enough for an IPP name.
    public let title: String
    /// The media, by its PWG 5101.1 name.
    let media: String
    /// The resolution of the document; nil to use the printer's.
    let resolution: PrintResolution?
    /// Additional options of the queue's driver.
    let options: [QueuePage.Option]
    let copies: Int
    /// The queue and its instance, which is a set of options.
    let printer: String
    let instance: String?

    private static let longestTitle = 120

    /// Creates a ticket.
    ///
    /// - Parameters:
    ///   - media: as returned by ``LabelPrinter/check(_:as:despite:)``.
    ///   - mark: a unique part of the job's name, because job numbers are reused and a printer has its own.
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
