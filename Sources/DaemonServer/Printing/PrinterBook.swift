import Circulation
import Printers
import Settings
import Vocabulary

/// Resolves printer names, using the configuration.
struct PrinterBook: Sendable {
    private let configuration: Configuration

    init(_ configuration: Configuration) { self.configuration = configuration }

    /// The configured printers.
    var configured: [PrinterConfiguration] { configuration.printers }

    /// The configuration of `name`; nil when there is none.
    func setting(of name: String) -> PrinterConfiguration? { configured.first { $0.name == name } }

    /// The address of the printer of a batch; nil when its name is no longer valid.
    func address(of batch: PrintBatch) -> PrinterAddress? {
        setting(of: batch.printer)?.address ?? PrinterAddress(parsing: batch.printer)
    }

    /// The default printer: that of the station, else of the template, else the general default; nil for the default
    /// of CUPS.
    func usual(station: String?, template: String) -> String? {
        if let station = station.flatMap({ StationName($0) }),
            let printer = configuration.circulation.stations[station]?.printer
        {
            return printer
        }
        if let station, let printer = configured.first(where: { $0.stations.contains(station) }) { return printer.name }
        return configured.first { $0.templates.contains(template) }?.name ?? configuration.printer
    }
}
