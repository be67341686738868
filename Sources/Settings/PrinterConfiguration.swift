package import Labels
package import Printers

/// The configuration of one printer.
package struct PrinterConfiguration: Sendable, Hashable {
    /// `name`: the name that clerks use.
    package var name: String
    /// `address`: `queue`, `queue/instance` or `socket://host:port`; the queue named like the printer when absent.
    package var address: PrinterAddress
    /// `form`: pdf, pwg or zpl; determined from the printer when absent.
    package var form: PrintForm?
    /// `resolution`: dots per inch, `203` or `203x406`; the printer's own value when absent.
    package var resolution: PrintResolution?
    /// `media`: the size of the loaded labels in millimetres, `100x50`, for a printer that cannot report it.
    package var media: LabelMedia?
    /// `answers`: false for a printer that never reports its status; a clerk then checks what it printed.
    package var answers = true
    /// `stations`: the stations whose default printer it is.
    package var stations: [String] = []
    /// `templates`: the templates whose default printer it is.
    package var templates: [String] = []

    package init(name: String) {
        self.name = name
        address = .queue(name, instance: nil)
    }
}
