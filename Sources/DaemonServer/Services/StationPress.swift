import Barcodes
import Circulation
import Labels
import Logging
import Records
import ServiceLifecycle
import Wire

/// Prints what stations ask for: labels once more, and slips for the places of things that were charged out.
struct StationPress: Service {
    private let daemon: DaemonParts
    private let logger: Logger

    init(_ daemon: DaemonParts, logger: Logger) {
        self.daemon = daemon
        self.logger = logger
    }

    func run() async throws {
        for await job in daemon.stationWork.jobs.cancelOnGracefulShutdown() {
            do {
                try await print(job)
            } catch {
                let reason = (error as? Problem)?.detail ?? "\(error)"
                logger.warning("a station's paper was not printed", metadata: ["reason": "\(reason)"])
                daemon.events.publish(.outcome(job.outcome(reason)))
            }
        }
    }

    private func print(_ job: StationWork.Job) async throws {
        let settings = daemon.configuration.circulation
        let printer = settings.stations[job.station]?.printer
        let attribution = Attribution(principal: .daemon, station: job.station, reading: job.reading)
        switch job.paper {
        case .label(let barcode): try await printAgain(barcode, on: printer, job.station, by: attribution)
        case .slip(let slip):
            guard let name = settings.outGuideSlip else { return }
            let press = LabelPress(daemon)
            let template = try press.template(name)
            let fields = fields(of: slip)
            let content = try await LabelFields(daemon).content(
                for: slip.barcode,
                in: daemon.circulation,
                adding: fields
            ).label
            let usual = PrinterBook(daemon.configuration).usual(station: job.station.text, template: name)
            _ = try await press.print(
                [content],
                template,
                copies: 1,
                on: printer ?? usual,
                about: slip.record,
                by: attribution
            )
        }
    }

    /// A label once more, as a run that can be resumed like any other.
    private func printAgain(
        _ barcode: Barcode,
        on printer: String?,
        _ station: StationName,
        by attribution: Attribution
    ) async throws {
        let press = LabelPress(daemon)
        let template = try press.template(nil)
        let target = try await press.target(named: printer, station: station.text, for: template)
        let printing = NewPrinting(
            labels: .of([barcode]),
            template: template.name,
            printer: target.name,
            reason: try FreeText("asked for at \(station)")
        )
        let number = try await daemon.circulation.begin(printing, by: attribution)
        _ = try await PrintWait(daemon).wait(for: number, until: .printed, on: target)
    }

    private func fields(of slip: OutGuideSlip) -> [String: String] {
        let clock = daemon.circulation.settings.clock
        return [
            "custodian": slip.custodian,
            "due": slip.due.map { clock.day(of: $0).description } ?? "",
            "kind": slip.kind.name,
            "since": clock.day(of: slip.since).description,
            "site": daemon.configuration.site.description,
            "title": slip.title ?? "",
        ]
    }
}
