import Barcodes
public import TransferLog
public import Vocabulary

extension Circulation {
    /// Begins a print run.
    ///
    /// New entities are registered if requested, and the run is committed before anything is sent to a printer. The same
    /// `key` begins one run; a repeated request returns it.
    public func begin(
        _ new: NewPrinting,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> PrintBatchNumber {
        let settings = settings
        return try await write { transaction in
            if let key, let number = try transaction.printBatch(of: key) { return number }
            var isMinted = false
            let entities: [EntityID]
            switch new.labels {
            case .of(let barcodes):
                entities = try barcodes.map { barcode in
                    if new.isForPlaces { return try Self.known(barcode, in: transaction.view).id }
                    return try Self.printable(barcode, new.reason, in: transaction.view, clock: settings.clock)
                }
            case .new(let count, let thing):
                guard (1...NewPrinting.most).contains(count), thing.barcode == nil else {
                    throw Refusal(.invalidRequest, "cannot print \(count) new labels: ask for 1 to \(NewPrinting.most)")
                }
                isMinted = true
                entities = try (1...count).map { _ in
                    try Self.register(thing, by: attribution, in: transaction, settings: settings).id
                }
            }
            guard (1...NewPrinting.most).contains(entities.count) else {
                let what = "cannot print \(entities.count) labels at once: name 1 to \(NewPrinting.most)"
                throw Refusal(.invalidRequest, what)
            }
            return try transaction.beginPrintBatch(
                of: entities,
                template: new.template,
                printer: new.printer,
                copies: new.copies,
                isMinted: isMinted,
                reason: new.reason?.text,
                despite: new.despite,
                fields: new.fields,
                by: attribution.principal,
                key: key
            )
        }
    }

    /// Returns the run that an earlier request with this key began; nil if there was none.
    public func printBatch(of key: RequestKey) async throws -> PrintBatchNumber? {
        try await write { try $0.printBatch(of: key) }
    }

    /// Returns the run with this number; refused if there is none.
    public func printBatch(_ number: PrintBatchNumber) async throws -> PrintBatch {
        try await read { try Self.known(number, in: $0) }
    }

    /// Whether the run has labels of entities that are concealed from the caller.
    ///
    /// What stops the run may then name one.
    public func isPartlyConcealed(_ number: PrintBatchNumber) async throws -> Bool {
        try await log.read(as: clearance) { try $0.isPartlyConcealed(number) }
    }

    /// Returns the field values for all labels of an open run.
    public func printFields(of number: PrintBatchNumber) async throws -> [String: String] {
        try await read { try $0.printFields(of: number) }
    }

    /// Lists runs before `cursor`, newest first; on request only open ones.
    public func printBatches(
        before cursor: PrintBatchNumber?,
        onlyOpen: Bool,
        limit: Int
    ) async throws -> Listed<PrintBatch, PrintBatchNumber> {
        try await read { view in
            try Listed(after: cursor, limit: limit, in: view, place: \.number) { view in
                try view.printBatchCount(onlyOpen: onlyOpen)
            } rows: { view, cursor, limit in
                try view.printBatches(before: cursor, onlyOpen: onlyOpen, limit: limit)
            }
        }
    }

    /// Lists labels of a run after the position `cursor`; on request only those in one state.
    public func labels(
        of batch: PrintBatchNumber,
        in state: PrintedLabelState? = nil,
        after cursor: Int? = nil,
        limit: Int
    ) async throws -> Listed<PrintingSummary, Int> {
        try await read { view in
            try Listed(after: cursor, limit: limit, in: view, place: \.label.position) { view in
                try view.labelCount(of: batch, in: state)
            } rows: { view, cursor, limit in
                try view.labels(of: batch, in: state, after: cursor ?? 0, limit: limit).map {
                    PrintingSummary(label: $0, thing: try EntitySummary(Self.known($0.entity, in: view), in: view))
                }
            }
        }
    }

    /// Lists labels that were printed and not scanned since, beginning after the entry `cursor`, oldest first.
    public func pendingLabels(
        after cursor: EntryNumber?,
        limit: Int
    ) async throws -> Listed<
        PendingPrint, EntryNumber
    > {
        try await read { view in
            try Listed(after: cursor, limit: limit, in: view, place: \.label.print) { view in
                try view.pendingLabelCount()
            } rows: { view, cursor, limit in
                try view.pendingLabels(after: cursor, limit: limit).map {
                    PendingPrint(label: $0, thing: try EntitySummary(Self.known($0.entity, in: view), in: view))
                }
            }
        }
    }

    static func known(_ number: PrintBatchNumber, in view: LogView) throws -> PrintBatch {
        guard let batch = try view.printBatch(number) else {
            throw Refusal(.unknownPrintBatch, "cannot find the run of labels \(number): none has this number")
        }
        return batch
    }

    private static func printable(
        _ barcode: Barcode,
        _ reason: FreeText?,
        in view: LogView,
        clock: LocalClock
    ) throws -> EntityID {
        let entity = try known(barcode, in: view)
        if reason == nil, let last = try view.lastPrint(of: entity.id) {
            let what = "cannot print the label of \(entity.barcode) again without a reason: it was printed at "
            throw Refusal(.reasonMissing, what + "\(clock.text(of: last.printedAt)); give the reason for another one")
        }
        return entity.id
    }
}
