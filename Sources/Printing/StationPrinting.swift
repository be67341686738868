package import Circulation
import Labels
package import Localization
import Printers
import Settings
package import Vocabulary

/// Prints what stations request: reprinted labels, and out-guide slips for charged-out items.
package struct StationPrinting: Sendable {
    let settings: @Sendable () -> Configuration
    let circulation: Circulation
    let targets: PrintTargets
    let documents: LabelDocuments
    let fields: LabelFields
    let batches: PrintBatches
    let pages: PagePrinting

    /// Prints a paper after a reading; delays are reported to `waiting`.
    ///
    /// - Throws: ``PrintingError``, `PrintError`, `LabelError`, `Refusal` or `TransferLogError`; ``reason(_:for:at:)``
    ///   explains it.
    package func print(
        _ paper: StationPaper,
        at station: StationName,
        after reading: ReadingNumber,
        waiting: @escaping @Sendable (Message) -> Void
    ) async throws {
        let settings = settings()
        let printer = settings.circulation.stations[station]?.printer
        let attribution = Attribution(principal: .daemon, station: station, reading: reading)
        switch paper {
        case .label(let barcode):
            // A print batch, which can be resumed like any other.
            let template = try documents.template(nil)
            let target = try await targets.target(named: printer, station: station.text, for: template)
            let printing = NewPrinting(
                labels: .of([barcode]),
                template: template.name,
                printer: target.name,
                reason: try FreeText("asked for at \(station)")
            )
            let number = try await circulation.begin(printing, by: attribution)
            let wait = try await batches.start(number, until: .printed, on: target)
            _ = try await wait.end { waiting(Message(verbatim: $0.detail)) }
        case .slip(let slip):
            guard let name = settings.outGuideSlip else { return }
            let template = try documents.template(name)
            let content = try await fields.content(
                for: slip.barcode,
                on: template,
                in: circulation,
                adding: fields.fields(of: slip)
            )
            let order = PageOrder(
                [content],
                template,
                on: printer ?? settings.usualPrinter(station: station.text, template: name),
                about: slip.entity,
                by: attribution
            )
            let printed = try await pages.print(order) { waiting($0.message) }
            if case .doubtful(let why) = printed.job.outcome { throw why }
        }
    }

    /// The reason why a paper was not printed, with the command by which a clerk who knows better prints it all the
    /// same: a barcode on a screen cannot override trouble.
    package func reason(_ error: any Error, for paper: StationPaper, at station: StationName) -> Message {
        let error = PrintingError(error)
        guard PrintError.overridable.contains(error.kind) else { return error.message }
        let what =
            switch paper {
            case .label: "--reason \"not printed\""
            case .slip: "--template \(settings().slip)"
            }
        let command = "outguide label print \(paper.barcode) \(what) --station \(station) --despite \(error.kind)"
        return Message("\(error, "reason"); if that is not so, say \(command, "command")")
    }
}
