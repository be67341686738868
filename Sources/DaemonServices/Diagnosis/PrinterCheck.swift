import Localization
package import Printers
import Printing
package import Settings

/// Checks that CUPS responds, and that the configured printers accept jobs.
package struct PrinterCheck: Check {
    static let name = "printing"

    let printers: PrintQueue
    /// The default destination.
    let usual: String?
    /// The configured printers.
    let configured: [PrinterConfiguration]

    package init(printers: PrintQueue, usual: String?, configured: [PrinterConfiguration] = []) {
        self.printers = printers
        self.usual = usual
        self.configured = configured
    }

    package func findings() async -> [Finding] {
        let wanted = wanted
        do throws(PrintError) {
            return Self.findings(wanted, among: try await printers.printers())
        } catch {
            let remedy = Message("apt install cups, or “systemctl start cups”")
            let found = Message("CUPS does not answer: \(error, "reason")")
            // When no queue is needed this is only a warning: there may be no printer, or only printers without CUPS.
            let isWanted = !wanted.isEmpty
            if !isWanted, !configured.isEmpty { return [.ok(Self.name, Message("no printer here needs CUPS"))] }
            return [isWanted ? .failed(Self.name, found, remedy: remedy) : .warning(Self.name, found, remedy: remedy)]
        }
    }

    /// A printer in use, and its CUPS queue.
    typealias Wish = (name: String, queue: String, form: PrintForm?)

    private var wanted: [Wish] {
        var wanted = configured.compactMap { printer -> Wish? in
            guard case .queue(let queue, _) = printer.address else { return nil }
            return (printer.name, queue, printer.form)
        }
        if let usual, !configured.contains(where: { $0.name == usual }),
            case .queue(let queue, _) = PrinterAddress(parsing: usual)
        {
            wanted.append((usual, queue, nil))
        }
        return wanted
    }

    /// The findings about the printers in use, given the known queues.
    static func findings(_ wanted: [Wish], among known: [LabelPrinter]) -> [Finding] {
        guard !wanted.isEmpty else {
            return [
                .ok(
                    name,
                    Message(
                        "CUPS answers, with {count} printer",
                        plural: "CUPS answers, with {count} printers",
                        count: known.count
                    )
                )
            ]
        }
        return wanted.map { wish in
            guard let printer = known.first(where: { $0.name == wish.queue }) else {
                let remedy = Message(
                    "“lpadmin -p \(wish.queue, "queue") …” makes it, “lpstat -e” shows those there are"
                )
                let message = Message("CUPS has no printer \(wish.queue, "queue"), which the configuration names")
                return .failed(name, message, remedy: remedy)
            }
            guard printer.isAcceptingJobs, printer.state != .stopped else {
                let remedy = Message(
                    "“cupsenable \(wish.queue, "queue")” and “cupsaccept \(wish.queue, "queue")”, once it is mended"
                )
                return .failed(name, Message("the printer \(wish.name, "printer") takes no jobs"), remedy: remedy)
            }
            if wish.form == nil, printer.formTrouble != nil {
                let remedy = Message("set “form: zpl” for it under printers, or give the queue a driver")
                return .failed(
                    name,
                    Message("the queue of \(wish.name, "printer") has no driver, and nothing says what it takes"),
                    remedy: remedy
                )
            }
            return .ok(name, Message("the printer \(wish.name, "printer") takes jobs"))
        }
    }
}
