public import Barcodes
import Records
public import TransferLog

/// What clerks do: things are registered, scanned, moved and looked for.
///
/// Every rule is judged and obeyed in one transaction of the log, so that nothing can change in between.
public struct Circulation: Sendable {
    public let settings: CirculationSettings
    let log: TransferLog

    public init(log: TransferLog, settings: CirculationSettings) {
        self.log = log
        self.settings = settings
    }

    /// The thing with this barcode; refused when there is none.
    public func record(_ barcode: Barcode) async throws -> RecordLine {
        try await log.read { try RecordLine(Self.known(barcode, in: $0), in: $0) }
    }

    static func known(_ barcode: Barcode, in view: LogView) throws -> Record {
        guard let record = try view.record(barcode: barcode) else {
            throw Refusal(.unknownBarcode, "cannot find \(barcode): nothing with this barcode is registered")
        }
        return record
    }
}
