import Barcodes
package import Circulation
import Labels
package import Localization
package import Printers
package import Printing
package import Settings
package import Vocabulary
package import Wire

extension PrintBatchResource {
    package init(
        _ batch: PrintBatch,
        isRunning: Bool,
        waitingFor: PrintBatch.Trouble? = nil,
        in localizer: Localizer
    ) {
        self.init(
            batch: batch.number.rawValue,
            state: isRunning && batch.state == .open ? "running" : batch.state.rawValue,
            template: batch.template,
            printer: batch.printer,
            copies: batch.copies,
            isMinted: batch.isMinted,
            principal: batch.principal.description,
            startedAt: batch.startedAt.rfc3339,
            labels: batch.tally.total,
            printed: batch.tally[.printed],
            waiting: batch.tally[.waiting],
            sent: batch.tally[.sent],
            doubtful: batch.tally[.doubtful],
            cancelled: batch.tally[.cancelled],
            trouble: batch.trouble.map { PrintTroubleResource($0) },
            waitingFor: waitingFor.map { PrintTroubleResource($0) },
            despite: batch.overrides.map(\.kind),
            overrides: batch.overrides.map {
                PrintOverrideResource(kind: $0.kind, principal: $0.principal.description)
            },
            mediaDoubt: batch.mediaDoubt.map { localizer.text(of: .mediaDoubt($0)) }
        )
    }
}

extension PrintCircumstances {
    /// A note for people about overridden checks and unknown media; nil when there is nothing to note.
    var note: Message? {
        let kinds = despite.map { kind in
            overriders[kind].map { Message("\(kind, "kind") (by \($0, "user"))") } ?? Message(verbatim: kind)
        }
        let list = MessageArgument.series(kinds.map { .message($0) }, separator: ", ")
        let override = kinds.isEmpty ? nil : Message("printed despite \(list, "kinds")")
        let media = mediaDoubt.map { Message("loaded media not known: \(Message.mediaDoubt($0), "reason")") }
        guard let override, let media else { return override ?? media }
        return Message("\(override, "first"); \(media, "second")")
    }
}

extension Message {
    /// Why the loaded media are unknown, by the word of the log.
    fileprivate static func mediaDoubt(_ word: String) -> Message {
        MediaDoubt(word: word)?.message ?? Message(verbatim: word)
    }
}

extension LabelDoubtResource {
    package init(_ doubt: PrintDoubt, in localizer: Localizer) {
        self.init(
            batch: doubt.batch.rawValue,
            labels: doubt.labels,
            mediaDoubt: doubt.mediaDoubt.map { localizer.text(of: .mediaDoubt($0)) }
        )
    }
}

extension BatchLabelResource {
    package init(_ line: PrintingSummary) {
        self.init(
            position: line.label.position,
            barcode: line.thing.entity.barcode.text,
            title: line.thing.entity.title,
            state: line.label.state.rawValue,
            job: line.label.job
        )
    }
}

extension PendingLabelResource {
    package init(_ line: PendingPrint, at now: Timestamp) {
        self.init(
            barcode: line.thing.entity.barcode.text,
            type: line.thing.entity.type.rawValue,
            kind: line.thing.entity.kind.name,
            title: line.thing.entity.title,
            printedAt: line.label.printedAt.rfc3339,
            age: Int(max(0, now.microseconds - line.label.printedAt.microseconds) / 1_000_000),
            entry: line.label.print.rawValue
        )
    }
}

extension PrintTroubleResource {
    package init(_ trouble: PrintBatch.Trouble) { self.init(kind: trouble.kind, detail: trouble.detail) }

    package init(_ error: PrintError, in localizer: Localizer) {
        self.init(kind: error.kind, detail: localizer.text(of: error.message))
    }
}

extension PrinterResource {
    /// - Parameter printer: nil when the printer was not queried.
    package init(
        named name: String,
        _ printer: LabelPrinter?,
        _ setting: PrinterConfiguration?,
        form: PrintForm?,
        trouble: PrintError?,
        mediaDoubt: MediaDoubt? = nil,
        adjustment: PrinterAdjustment?,
        in localizer: Localizer
    ) {
        let state =
            switch printer?.state {
            case .idle: "idle"
            case .processing: "processing"
            case .stopped: "stopped"
            case .other(let value): "state \(value)"
            case nil: "unknown"
            }
        let own = setting?.resolution.map { [$0] } ?? printer?.resolutions ?? []
        self.init(
            name: name,
            address: setting?.address.description ?? name,
            state: state,
            isAcceptingJobs: printer?.isAcceptingJobs ?? true,
            message: printer.flatMap { $0.message.isEmpty ? nil : $0.message },
            reasons: printer?.reasons ?? [],
            trouble: trouble.map { PrintTroubleResource($0, in: localizer) },
            form: form?.rawValue,
            resolutions: own.map(\.description),
            media: printer?.media ?? [],
            mediaReady: setting?.media.map { [$0.short + "mm"] } ?? printer?.mediaReady ?? [],
            mediaDoubt: setting?.media == nil ? mediaDoubt.map { localizer.text(of: $0.message) } : nil,
            stations: setting?.stations ?? [],
            templates: setting?.templates ?? [],
            calibration: adjustment.map { CalibrationResource($0) }
        )
    }
}

extension CalibrationResource {
    package init(_ adjustment: PrinterAdjustment) {
        self.init(
            offsetX: adjustment.offsetX,
            offsetY: adjustment.offsetY,
            scaleX: adjustment.scaleX,
            scaleY: adjustment.scaleY,
            measuredAt: adjustment.measuredAt.rfc3339
        )
    }
}

extension SupplyResource {
    package init(_ line: SupplyLevels.Level) {
        self.init(
            supply: line.setting.name.text,
            unit: line.setting.unit,
            left: line.left,
            reorderAt: line.setting.reorderAt,
            isLow: line.isLow,
            uses: line.setting.uses,
            usedBy: line.setting.sources.map(\.description),
            declaredAt: line.stock?.declaredAt.rfc3339
        )
    }
}

extension PrintWait.Moment {
    /// Reads what a request waits for; by default until it is printed.
    ///
    /// - Throws: ``RequestFailure`` for another word.
    package init(wire word: String?) throws {
        guard let moment = Self(rawValue: word ?? Self.printed.rawValue) else {
            throw RequestFailure(
                .invalidRequest,
                Message("cannot wait until then: until is printed, accepted or begun")
            )
        }
        self = moment
    }
}

extension PrintError {
    /// Kinds of trouble that the caller overrides, sorted; throws for a kind that printers do not report wrongly.
    package static func overridden(wire kinds: [String]?) throws -> [String] {
        let kinds = Set(kinds ?? []).sorted()
        if let kind = kinds.first(where: { !overridable.contains($0) }) {
            let known = overridable.sorted().joined(separator: ", ")
            let detail = Message(
                "cannot print despite \(kind.prefix(40), "kind"): the kinds of trouble that a printer may report "
                    + "wrongly are \(known, "kinds")"
            )
            throw RequestFailure(.invalidRequest, detail)
        }
        return kinds
    }
}
