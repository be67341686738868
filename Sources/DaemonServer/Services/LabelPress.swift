import Barcodes
import Circulation
import Labels
import Printers
import Settings
import Vocabulary
import Wire

/// Finds and queries printers, and renders the documents sent to them.
///
/// Pages count as printed only when the printer has finished them.
struct LabelPress {
    let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    /// The template with this name, or the default.
    func template(_ name: String?) throws -> LabelTemplate {
        do {
            return try daemon.templates.template(named: name ?? daemon.configuration.labelTemplate)
        } catch {
            throw Problem(.labelTemplate, detail: error.description)
        }
    }

    /// The printer with this name, or the default for station and template, if it can print the template now.
    func target(
        named name: String?,
        station: String? = nil,
        for template: LabelTemplate,
        isCalibrated: Bool = true,
        despite: OverriddenTroubles = []
    ) async throws -> PrintTarget {
        let book = PrinterBook(daemon.configuration)
        let wanted = name ?? book.usual(station: station, template: template.name)
        let setting = wanted.flatMap { book.setting(of: $0) }
        let address =
            try setting?.address
            ?? wanted.map { name throws(PrintError) in
                guard let address = PrinterAddress(parsing: name), case .queue = address else {
                    throw .unknownPrinter(name)
                }
                return address
            }
        if let loaded = setting?.media, !loaded.fits(template.page), !despite.overridesWrongMedia() {
            let sizes = (wanted: "\(template.page.short) mm", loaded: "\(loaded.short) mm")
            throw PrintError.wrongMedia(printer: wanted ?? "", wanted: sizes.wanted, loaded: [sizes.loaded])
        }
        if case .socket(let host, let port) = address, let setting {
            let place = SocketPress.Place(name: setting.name, host: host, port: port)
            try await daemon.socketPress.check(place, answers: setting.answers, despite: despite)
            return PrintTarget(
                name: setting.name,
                address: .socket(host: host, port: port),
                form: .zpl,
                target: try await labelTarget(setting.resolution, of: setting.name, isCalibrated),
                media: "",
                answers: setting.answers,
                printer: nil,
                mediaDoubt: setting.media == nil ? .printerCannotBeAsked("socket") : nil,
                place: place,
                despite: despite
            )
        }
        var queue: (name: String?, instance: String?) = (nil, nil)
        if case .queue(let name, let instance) = address { queue = (name, instance) }
        let printer = try await daemon.printers.printer(named: queue.name)
        let form = setting?.form ?? printer.form
        let media = try printer.check(template.page, as: form, despite: despite)
        if setting?.form == nil, let trouble = printer.formTrouble { throw trouble }
        let own = wanted ?? printer.name
        let page =
            form == .zpl
            ? nil
            : try await daemon.printers.page(
                of: template.page,
                on: printer,
                instance: queue.instance,
                resolution: setting?.resolution
            )
        let usual = page?.raster?.resolution
        var target = try await labelTarget(usual ?? setting?.resolution ?? printer.resolution, of: own, isCalibrated)
        if form == .pdf { target.paper = page?.paper }
        return PrintTarget(
            name: own,
            address: .queue(printer.name, instance: queue.instance),
            form: form,
            target: target,
            media: media,
            answers: true,
            printer: printer,
            mediaDoubt: setting?.media == nil ? printer.mediaDoubt : nil,
            page: page,
            place: try await place(of: printer, setting, despite: despite),
            despite: despite
        )
    }

    /// The printer for pages; `despite` lists the kinds of trouble to override, or is nil when none can be
    /// overridden.
    private func target(
        forPagesOn name: String?,
        for template: LabelTemplate,
        isCalibrated: Bool,
        despite: PrinterTroubles?
    ) async throws -> PrintTarget {
        guard let despite else { return try await target(named: name, for: template, isCalibrated: isCalibrated) }
        return try await target(
            ofRunOn: name,
            for: template,
            isCalibrated: isCalibrated,
            despite: OverriddenTroubles(despite.kinds)
        )
    }

    /// The printer for a print batch; a refusal explains how the clerk can override it.
    func target(
        ofRunOn name: String?,
        station: String? = nil,
        for template: LabelTemplate,
        isCalibrated: Bool = true,
        despite: OverriddenTroubles
    ) async throws -> PrintTarget {
        do {
            return try await target(
                named: name,
                station: station,
                for: template,
                isCalibrated: isCalibrated,
                despite: despite
            )
        } catch let error as PrintError where PrintError.overridable.contains(error.kind) {
            let problem = Problem(error)
            let way = "; if that is not so, print all the same with --despite \(error.kind)"
            throw Problem(problem.kind, detail: problem.detail + way)
        }
    }

    /// The resolution and adjustment of the printer with this name for previews, whether or not it can print now.
    func labelTarget(of name: String) async throws -> LabelTarget {
        let setting = PrinterBook(daemon.configuration).setting(of: name)
        guard let address = setting?.address ?? PrinterAddress(parsing: name) else {
            throw PrintError.unknownPrinter(name)
        }
        var resolution = setting?.resolution
        switch address {
        case .queue(let queue, _):
            if resolution == nil { resolution = try await daemon.printers.printer(named: queue).resolution }
        case .socket: guard setting != nil else { throw PrintError.unknownPrinter(name) }
        }
        return try await labelTarget(resolution, of: name, true)
    }

    /// The document for `target` with these labels; on the first sheet the `used` cells stay empty.
    func document(
        _ labels: [LabelContent],
        _ template: LabelTemplate,
        copies: Int,
        for target: PrintTarget,
        used: Set<Int> = []
    ) async throws -> PrintDocument {
        // A second copy of a sheet would be another sheet, with the same cells left empty.
        let labels =
            template.sheet == nil ? labels : labels.flatMap { Array(repeating: $0, count: max(1, copies)) }
        let jobCopies = template.jobCopies(copies)
        let sheets = (labels.count + used.count + template.labelsPerPage - 1) / template.labelsPerPage
        let pages = PrintDocument.Pages(count: sheets * jobCopies, millimetres: template.page.height)
        switch target.form {
        case .pdf:
            let bytes = try await daemon.renderer.pdf(labels, template: template, target: target.target, used: used)
            return PrintDocument(bytes: bytes, format: .pdf, pages: pages)
        case .pwg, .raster, .zpl:
            let rasters = try await daemon.renderer.rasters(
                labels,
                template: template,
                target: target.target,
                used: used
            )
            if target.form == .zpl { return ZPLDocument.of(rasters, copies: jobCopies).counted(pages) }
            if target.form == .raster {
                // Only a configuration can want it of a queue whose driver takes none.
                guard let page = target.page?.raster else { throw PrintError.formUnknown(printer: target.name) }
                return page.document(of: rasters, copies: jobCopies).counted(pages)
            }
            // What takes raster has a queue that says which: only a configuration can want it of another.
            guard let printer = target.printer else { throw PrintError.formUnknown(printer: target.name) }
            return try PWGDocument.of(rasters, for: printer).counted(pages)
        }
    }

    /// Prints pages other than item labels on the printer with this name or the default, waits for the printer, and
    /// records the print in the log, as a paper about `record` if given.
    ///
    /// The returned job may be in doubt; it is not recorded then. Sheets are new ones unless the begun sheet is continued.
    /// Waits are reported to `waiting`. `despite` lists the kinds of trouble to override. The wait ends with the
    /// `departure` of the client: pages that the printer has by then are followed to their end and recorded.
    func print(
        _ labels: [LabelContent],
        _ template: LabelTemplate,
        copies: Int,
        on name: String?,
        isCalibrated: Bool = true,
        continuesSheet: Bool = false,
        about entity: EntityID? = nil,
        despite: PrinterTroubles? = nil,
        by attribution: Attribution,
        orUntil departure: Departure = Departure(),
        waiting: @escaping @Sendable (PrintError) -> Void = { _ in }
    ) async throws -> PrintedPages {
        try await departure.leaving {
            try await printPages(
                labels,
                template,
                copies: copies,
                on: name,
                isCalibrated: isCalibrated,
                continuesSheet: continuesSheet,
                about: entity,
                despite: despite,
                by: attribution,
                waiting: waiting
            )
        }
    }

    /// Prints pages; starts no further page after a cancellation.
    private func printPages(
        _ labels: [LabelContent],
        _ template: LabelTemplate,
        copies: Int,
        on name: String?,
        isCalibrated: Bool,
        continuesSheet: Bool,
        about entity: EntityID?,
        despite: PrinterTroubles?,
        by attribution: Attribution,
        waiting: @escaping @Sendable (PrintError) -> Void
    ) async throws -> PrintedPages {
        do {
            guard PrintQueue.copies.contains(copies) else { throw PrintError.copies(copies) }
            let target = try await target(
                forPagesOn: name,
                for: template,
                isCalibrated: isCalibrated,
                despite: despite
            )
            let turn = target.turn(onBegunSheet: continuesSheet && template.sheet != nil)
            if let turn, await daemon.desk.turns.isTaken(turn) { waiting(PageWait.turn(at: target.name)) }
            return try await daemon.desk.turns.hold(turn, within: PageWait.patience) {
                let used = continuesSheet ? daemon.sheets.used(of: template, on: target.name) : []
                let document = try await document(labels, template, copies: copies, for: target, used: used)
                try Task.checkCancellation()
                // The result of what the printer may have taken must be recorded, even if the client has left.
                let sent = Task {
                    let job = try await send(document, of: labels, template, copies: copies, to: target, waiting)
                    if continuesSheet {
                        try daemon.sheets.note(labels.count * copies, after: used, of: template, on: target.name)
                    }
                    let count = labels.count * copies
                    let printed = PrintedPages(job: job, mediaDoubt: target.mediaDoubt)
                    guard job.outcome == .printed else { return printed }
                    let cells = template.labelsPerPage
                    let spent = continuesSheet ? count : (count + cells - 1) / cells * cells
                    try await note(job, spent, copies, of: template, on: target, about: entity, by: attribution)
                    return printed
                }
                return try await sent.value
            }
        } catch let error as LabelError {
            throw Problem(error)
        } catch is PrinterTurns.TooLong {
            throw Problem(PageWait.turn(at: name ?? "the usual printer"))
        } catch let error as PrintError {
            throw Problem(error)
        }
    }

    private func send(
        _ document: PrintDocument,
        of labels: [LabelContent],
        _ template: LabelTemplate,
        copies: Int,
        to target: PrintTarget,
        _ waiting: @escaping @Sendable (PrintError) -> Void
    ) async throws -> PrintedJob {
        let wait = PageWait(waiting)
        switch target.address {
        case .queue(let queue, let instance):
            let count = await count(at: target)
            var job = try await daemon.printers.print(
                document: document,
                // CUPS shows the titles of jobs to every user of the machine.
                title: template.name,
                media: template.page,
                page: target.page,
                resolution: target.resolution,
                copies: target.form.countsCopies ? 1 : template.jobCopies(copies),
                printer: queue,
                instance: instance,
                despite: target.despite
            ) { delay throws(PrintError) in
                try wait.report(delay)
            }
            try await ask(target, about: &job, document.pages, since: count) { try wait.report($0) }
            if case .doubtful(let why) = job.outcome, case .failed = job.word { throw why }
            return job
        case .socket(let host, let port):
            let place = SocketPress.Place(name: target.name, host: host, port: port)
            let word = try await daemon.socketPress.print(
                document,
                on: place,
                answers: target.answers,
                despite: target.despite
            ) {
            } report: {
                try wait.report($0)
            }
            let job = PrintedJob(on: target.name, word: word)
            if case .doubtful(let why) = job.outcome, case .failed = word { throw why }
            return job
        }
    }

    /// Records that `spent` labels of the media were used.
    private func note(
        _ job: PrintedJob,
        _ spent: Int,
        _ copies: Int,
        of template: LabelTemplate,
        on target: PrintTarget,
        about entity: EntityID?,
        by attribution: Attribution
    ) async throws(PrintError) {
        do {
            let (name, printer, number) = (template.name, target.name, job.identifier)
            let circumstances = PrintCircumstances(
                despite: target.despite.met,
                mediaDoubt: target.mediaDoubt?.word
            )
            if let entity {
                let print = LabelPrint(
                    subject: entity,
                    template: name,
                    printer: printer,
                    job: number,
                    copies: copies,
                    circumstances: circumstances
                )
                try await daemon.circulation.notePrinted(print, by: attribution)
            } else {
                let print = PagePrint(
                    template: name,
                    printer: printer,
                    job: number,
                    labels: spent,
                    circumstances: circumstances
                )
                try await daemon.circulation.notePrinted(print, by: attribution)
            }
        } catch {
            throw .uncounted(job, words: "\(error)")
        }
    }

    /// The resolution and adjustment of a printer, with the common resolution if the printer does not report one.
    private func labelTarget(
        _ resolution: PrintResolution?,
        of printer: String,
        _ isCalibrated: Bool
    ) async throws -> LabelTarget {
        let adjustment = isCalibrated ? try await daemon.circulation.adjustment(of: printer) : nil
        return LabelTarget(
            resolution: resolution ?? .common,
            calibration: adjustment.flatMap { PrinterCalibration($0) } ?? .none
        )
    }
}

extension PrinterCalibration {
    init?(_ adjustment: PrinterAdjustment) {
        self.init(
            offsetX: adjustment.offsetX,
            offsetY: adjustment.offsetY,
            scaleX: adjustment.scaleX,
            scaleY: adjustment.scaleY
        )
    }
}
