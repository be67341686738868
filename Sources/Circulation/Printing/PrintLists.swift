import Localization
public import TransferLog
public import Vocabulary

/// One label of a print run, with its entity.
public struct PrintingSummary: Sendable, Hashable {
    public let label: BatchLabel
    public let thing: EntitySummary
}

/// A label that was printed and not scanned since, with its entity.
public struct PendingPrint: Sendable, Hashable {
    public let label: PendingLabel
    public let thing: EntitySummary
}

extension Circulation {
    /// Returns the run that an earlier request with this key began; nil if there was none.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    public func printBatch(of key: RequestKey) async throws -> PrintBatchNumber? {
        try await write { try $0.printBatch(of: key) }
    }

    /// Returns the run with this number; refused if there is none.
    ///
    /// - Throws: ``Refusal`` if there is no such run; `TransferLogError` if the log cannot be read.
    public func printBatch(_ number: PrintBatchNumber) async throws -> PrintBatch {
        try await read { try Self.known(number, in: $0) }
    }

    /// Whether the run has labels of entities that are concealed from the caller.
    ///
    /// What stops the run may then name one.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    public func isPartlyConcealed(_ number: PrintBatchNumber) async throws -> Bool {
        try await log.read(as: clearance) { try $0.isPartlyConcealed(number) }
    }

    /// Returns the field values for all labels of an open run.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    public func printFields(of number: PrintBatchNumber) async throws -> [String: String] {
        try await read { try $0.printFields(of: number) }
    }

    /// Lists runs before `cursor`, newest first; on request only open ones.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
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
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
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
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    public func pendingLabels(
        after cursor: EntryNumber?,
        limit: Int
    ) async throws -> Listed<PendingPrint, EntryNumber> {
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
            let what = Message("cannot find the run of labels \(number, "run"): none has this number")
            throw Refusal(.unknownPrintBatch, what)
        }
        return batch
    }
}
