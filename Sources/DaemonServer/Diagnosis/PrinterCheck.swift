import Labels
import Wire

/// Whether CUPS answers, and the usual printer takes jobs.
struct PrinterCheck: Check {
    static let name = "printing"

    let printers: PrintQueue
    /// The destination that is used when none is named.
    let usual: String?

    func findings() async -> [FindingResource] {
        let known: [LabelPrinter]
        do throws(PrintError) {
            known = try await printers.printers()
        } catch {
            let remedy = "apt install cups, or “systemctl start cups”"
            let found = "CUPS does not answer: \(error)"
            return [
                usual == nil ? .warning(Self.name, found, remedy: remedy) : .failed(Self.name, found, remedy: remedy)
            ]
        }
        guard let usual else {
            return [.ok(Self.name, "CUPS answers, with \(known.count) printers")]
        }
        guard let printer = known.first(where: { $0.name == usual }) else {
            let remedy = "“lpadmin -p \(usual) …” makes it, “lpstat -e” shows those there are"
            return [.failed(Self.name, "CUPS has no printer \(usual), which the configuration names", remedy: remedy)]
        }
        guard printer.isAcceptingJobs, printer.state != .stopped else {
            let message = "the printer \(usual) takes no jobs"
            return [
                .failed(
                    Self.name,
                    message,
                    remedy: "“cupsenable \(usual)” and “cupsaccept \(usual)”, once it is mended"
                )
            ]
        }
        return [.ok(Self.name, "the printer \(usual) takes jobs")]
    }
}
