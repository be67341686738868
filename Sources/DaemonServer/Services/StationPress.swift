import Barcodes
import Circulation
import Labels
import Logging
import Printers
import ServiceLifecycle
import Settings
import Vocabulary
import Wire

/// Prints what stations request: reprinted labels, and out-guide slips for charged-out items.
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
                let reason = Problem(describing: error, path: "").detail + way(past: error, job)
                logger.warning("a station's paper was not printed", metadata: ["reason": "\(reason)"])
                await StationBoard(daemon).tell(job, wasNotPrintedBecause: reason)
            }
            daemon.stationWork.end(job)
        }
        // Jobs still waiting for the printer are recorded before the process ends.
        for job in daemon.stationWork.left {
            await StationBoard(daemon).tell(job, wasNotPrintedBecause: "outguided ended before it was printed")
        }
    }

    /// How a clerk who knows better has it printed all the same: a barcode says what is wanted, and not in spite of what.
    private func way(past error: any Error, _ job: StationWork.Job) -> String {
        let kind = (error as? PrintError)?.kind ?? (error as? Problem)?.kind.rawValue ?? ""
        guard PrintError.overridable.contains(kind) else { return "" }
        let what =
            switch job.paper {
            case .label: "--reason \"not printed\""
            case .slip: "--template \(daemon.configuration.outGuideSlip ?? PrintRoutes.slip)"
            }
        let command = "outguide label print \(job.paper.barcode) \(what) --station \(job.station) --despite \(kind)"
        return "; if that is not so, say \(command)"
    }

    private func print(_ job: StationWork.Job) async throws {
        let settings = daemon.configuration
        let printer = settings.circulation.stations[job.station]?.printer
        let attribution = Attribution(principal: .daemon, station: job.station, reading: job.reading)
        switch job.paper {
        case .label(let barcode): try await printAgain(barcode, on: printer, job, by: attribution)
        case .slip(let slip):
            guard let name = settings.outGuideSlip else { return }
            let press = LabelPress(daemon)
            let template = try press.template(name)
            let labels = LabelFields(daemon)
            let content = try await labels.content(
                for: slip.barcode,
                on: template,
                in: daemon.circulation,
                adding: labels.fields(of: slip)
            ).label
            let usual = PrinterBook(daemon.configuration).usual(station: job.station.text, template: name)
            let printed = try await press.print(
                [content],
                template,
                copies: 1,
                on: printer ?? usual,
                about: slip.entity,
                by: attribution
            ) { delay in
                StationBoard(daemon).tell(job, waitsBecause: delay.description)
            }
            if case .doubtful(let why) = printed.job.outcome { throw why }
        }
    }

    /// Reprints a label as a print batch, which can be resumed like any other.
    private func printAgain(
        _ barcode: Barcode,
        on printer: String?,
        _ job: StationWork.Job,
        by attribution: Attribution
    ) async throws {
        let press = LabelPress(daemon)
        let template = try press.template(nil)
        let station = job.station
        let target = try await press.target(named: printer, station: station.text, for: template)
        let printing = NewPrinting(
            labels: .of([barcode]),
            template: template.name,
            printer: target.name,
            reason: try FreeText("asked for at \(station)")
        )
        let number = try await daemon.circulation.begin(printing, by: attribution)
        _ = try await PrintWait(daemon).wait(for: number, until: .printed, on: target) { delay in
            StationBoard(daemon).tell(job, waitsBecause: delay.detail)
        }
    }
}
