public import Barcodes
public import Records
import TransferLog

/// A thing with the barcodes of the places that it refers to.
public struct RecordLine: Sendable, Hashable {
    public let record: Record
    public let home: Barcode?
    public let parent: Barcode?
    public let conditions: Conditions
    /// The barcodes of the rooms among the conditions.
    public let rooms: [Barcode]

    init(_ record: Record, in view: LogView) throws {
        self.record = record
        self.home = try record.home.flatMap { try view.record($0)?.barcode }
        self.parent = try record.parent.map { try Circulation.known($0, in: view).barcode }
        self.conditions = try view.conditions(of: record.id)
        self.rooms = try conditions.rooms.map { try Circulation.known($0, in: view).barcode }
    }
}
