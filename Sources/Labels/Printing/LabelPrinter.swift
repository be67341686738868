/// A print queue as the print server describes it at one moment.
public struct LabelPrinter: Sendable, Hashable {
    /// The queue's name, which jobs are sent to.
    public let name: String
    /// What the administrator wrote about it, often its place.
    public let info: String
    public let state: PrinterState
    public let isAcceptingJobs: Bool
    /// IPP `printer-state-reasons`, such as `media-empty-error`; without `none`.
    public let reasons: [String]
    /// The printer's own words about its state, often empty.
    public let message: String
    /// In dots per inch, square ones only; empty when the printer does not say.
    public let resolutions: [Int]
    /// PWG names of the media it takes; empty when the printer does not say.
    public let media: [String]

    /// Why it is in its state, for people: its words, or else its reasons.
    var words: String {
        if !message.isEmpty { return message }
        return reasons.isEmpty ? "no reason given" : reasons.joined(separator: ", ")
    }
}
