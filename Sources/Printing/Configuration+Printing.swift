import Circulation
import Printers
package import Settings
import Vocabulary

extension Configuration {
    /// The template for slips that a clerk requests.
    package var slip: String { outGuideSlip ?? "out-guide-slip" }

    /// The configuration of the printer `name`; nil when there is none.
    package func printer(named name: String) -> PrinterConfiguration? { printers.first { $0.name == name } }

    /// The address of the printer of a batch; nil when its name is no longer valid.
    func address(of batch: PrintBatch) -> PrinterAddress? {
        printer(named: batch.printer)?.address ?? PrinterAddress(parsing: batch.printer)
    }

    /// The default printer: that of the station, else of the template, else the general default; nil for the default
    /// of CUPS.
    func usualPrinter(station: String?, template: String) -> String? {
        if let printer = station.flatMap({ StationName($0) }).flatMap({ circulation.stations[$0]?.printer }) {
            return printer
        }
        if let station, let printer = printers.first(where: { $0.stations.contains(station) }) { return printer.name }
        return printers.first { $0.templates.contains(template) }?.name ?? printer
    }
}
