package import Circulation
package import Labels
package import Localization
package import Printers
package import Settings
package import TransferLog
import Vocabulary

/// The components that print, made in the order of their dependencies.
package struct Printing: Sendable {
    package let settings: @Sendable () -> Configuration
    package let circulation: Circulation
    package let templates: LabelTemplateLibrary
    package let renderer: LabelRenderer
    package let sheets: SheetUse
    package let queues: PrintQueue
    package let sockets: SocketPress
    package let runs = PrintRuns()
    let turns = PrinterTurns()
    package let fields: LabelFields
    package let documents: LabelDocuments
    package let targets: PrintTargets

    /// - Parameters:
    ///   - circulation: the daemon's own, which may see everything.
    ///   - localizer: returns the language of the site, in which labels and pages are printed.
    ///   - settings: returns the settings in force.
    package init(
        circulation: Circulation,
        templates: LabelTemplateLibrary,
        sheets: SheetUse,
        queues: PrintQueue = PrintQueue(),
        clock: UTCClock,
        localizer: @escaping @Sendable () -> Localizer = { .english(.plain) },
        settings: @escaping @Sendable () -> Configuration
    ) {
        self.settings = settings
        self.circulation = circulation
        self.templates = templates
        self.sheets = sheets
        self.queues = queues
        renderer = LabelRenderer()
        sockets = SocketPress()
        fields = LabelFields(circulation: circulation, settings: settings, clock: clock, localizer: localizer)
        documents = LabelDocuments(settings: settings, templates: templates, renderer: renderer)
        targets = PrintTargets(settings: settings, circulation: circulation, queues: queues, sockets: sockets)
    }

    package var batches: PrintBatches { PrintBatches(runs: runs, circulation: circulation) }
    package var supplies: SupplyLevels { SupplyLevels(settings: settings, circulation: circulation) }
    package var pullListPage: PullListPage { PullListPage(fields: fields) }
    package var controlSheet: ControlSheet { ControlSheet(fields: fields) }
    package var checkpointPage: CheckpointPage { CheckpointPage(fields: fields) }
    package var rulerPage: RulerPage { RulerPage(targets: targets, documents: documents, fields: fields) }

    package var pages: PagePrinting {
        PagePrinting(
            circulation: circulation,
            targets: targets,
            documents: documents,
            sheets: sheets,
            turns: turns,
            queues: queues,
            sockets: sockets
        )
    }

    package var stations: StationPrinting {
        StationPrinting(
            settings: settings,
            circulation: circulation,
            targets: targets,
            documents: documents,
            fields: fields,
            batches: batches,
            pages: pages
        )
    }

    func run(_ start: PrintRuns.Start) -> PrintRun {
        PrintRun(
            start: start,
            runs: runs,
            circulation: circulation,
            targets: targets,
            documents: documents,
            labelFields: fields,
            sheets: sheets,
            turns: turns,
            queues: queues,
            sockets: sockets,
            despite: start.target?.despite ?? OverriddenTroubles(start.overrides.map(\.kind))
        )
    }
}
