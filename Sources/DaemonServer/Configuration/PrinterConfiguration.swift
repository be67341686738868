public import Labels

/// A printer that the configuration says something about.
public struct PrinterConfiguration: Sendable, Hashable {
    /// `name`: what clerks call it.
    public var name: String
    /// `address`: `queue`, `queue/instance` or `socket://host:port`; the queue of its name when absent.
    public var address: PrinterAddress
    /// `form`: pdf, pwg or zpl; what the printer takes when absent.
    public var form: PrintForm?
    /// `resolution`: dots per inch, `203` or `203x406`; what the printer says when absent.
    public var resolution: PrintResolution?
    /// `media`: millimetres of the labels in it, `100x50`, for a printer that cannot tell.
    public var media: LabelMedia?
    /// `answers`: false for a printer that never says how it is; a clerk looks then at what it printed.
    public var answers = true
    /// `stations`: where it is used when none is named.
    public var stations: [String] = []
    /// `templates`: what is printed on it when none is named.
    public var templates: [String] = []

    init(name: String) {
        self.name = name
        address = .queue(name, instance: nil)
    }
}
