/// A request to print a checkpoint, to keep it on paper.
public struct CheckpointPrintRequest: WireValue {
    /// The CUPS destination; the default one if absent.
    public let printer: String?
    /// The name of the template; `checkpoint-100x50` if absent.
    public let template: String?
    /// Kinds of printer trouble that do not prevent printing, as for labels; they are recorded in the log.
    public let despite: [String]?

    public init(
        printer: String? = nil,
        template: String? = nil,
        despite: [String]? = nil
    ) {
        self.printer = printer
        self.template = template
        self.despite = despite
    }
}
