public import Labels
public import Printers

/// The configuration of one printer.
public struct PrinterConfiguration: Sendable, Hashable {
    /// `name`: the name that clerks use.
    public var name: String
    /// `address`: `queue`, `queue/instance` or `socket://host:port`; the queue named like the printer when absent.
    public var address: PrinterAddress
    /// `form`: pdf, pwg or zpl; determined from the printer when absent.
    public var form: PrintForm?
    /// `resolution`: dots per inch, `203` or `203x406`; the printer's own value when absent.
    public var resolution: PrintResolution?
    /// `media`: the size of the loaded labels in millimetres, `100x50`, for a printer that cannot report it.
    public var media: LabelMedia?
    /// `answers`: false for a printer that never reports its status; a clerk then checks what it printed.
    public var answers = true
    /// `stations`: the stations whose default printer it is.
    public var stations: [String] = []
    /// `templates`: the templates whose default printer it is.
    public var templates: [String] = []

    init(name: String) {
        self.name = name
        address = .queue(name, instance: nil)
    }
}
