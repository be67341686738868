import Labels
import Records

/// Which printer is meant, and what the configuration says of it.
struct PrinterBook: Sendable {
    private let configuration: Configuration

    init(_ configuration: Configuration) { self.configuration = configuration }

    /// Those that the configuration names.
    var configured: [PrinterConfiguration] { configuration.printers }

    /// What the configuration says of `name`; nil when nothing.
    func setting(of name: String) -> PrinterConfiguration? { configured.first { $0.name == name } }

    /// Where the printer of a run is; nil for a name that there is no more.
    func address(of batch: PrintBatch) -> PrinterAddress? {
        setting(of: batch.printer)?.address ?? PrinterAddress(parsing: batch.printer)
    }

    /// The printer that is used when nobody names one: that of the station, else of the template, else the usual one;
    /// nil for the default of CUPS.
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
