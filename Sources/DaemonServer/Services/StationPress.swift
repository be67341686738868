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
        let template: String
        let content: LabelContent
        let record: RecordID
        switch job.paper {
        case .label(let barcode):
            let line = try await daemon.circulation.record(barcode)
            template = daemon.configuration.labelTemplate
            record = line.record.id
            content = LabelContent(
                barcode: line.record.barcode,
                fields: [
                    "home": line.home?.text ?? "",
                    "kind": line.record.kind.name,
                    "site": daemon.configuration.site.description,
                    "title": line.record.title ?? "",
                ]
            )
        case .slip(let slip):
            guard let name = settings.outGuideSlip else { return }
            template = name
            record = slip.record
            content = LabelContent(barcode: slip.barcode, fields: fields(of: slip))
        }
        let press = LabelPress(daemon)
        let chosen = try press.template(template)
        let printer = settings.stations[job.station]?.printer
        let printed = try await press.print([content], chosen, copies: 1, on: printer)
        let print = LabelPrint(
            subject: record,
            template: chosen.name,
            printer: printed.printer,
            job: printed.identifier,
            copies: 1
        )
        let attribution = Attribution(principal: .daemon, station: job.station, reading: job.reading)
        try await daemon.circulation.notePrinted([print], by: attribution)
    }

    private func fields(of slip: OutGuideSlip) -> [String: String] {
        let clock = daemon.circulation.settings.clock
        return [
            "custodian": slip.custodian,
            "due": slip.due.map { clock.day(of: $0).description } ?? "",
            "home": slip.home?.text ?? "",
            "kind": slip.kind.name,
            "since": clock.day(of: slip.since).description,
            "site": daemon.configuration.site.description,
            "title": slip.title ?? "",
        ]
    }
}
