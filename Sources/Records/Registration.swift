public import Barcodes

/// How a thing came into the log.
public struct Registration: Sendable, Hashable {
    /// Where the barcode came from.
    public enum Origin: String, Sendable, Hashable, CaseIterable {
        /// Outguide chose the number.
        case minted
        /// Whoever registered it gave the number.
        case given
        /// A label printed beforehand was scanned for the first time.
        case firstScan = "first-scan"
    }

    public let type: RecordType
    public let kind: RecordKind
    /// The number on its label; nil when it was somebody's own number and has been expunged.
    public let barcode: Barcode?
    public let origin: Origin
    public let title: String?
    public let home: RecordID?
    public let parent: RecordID?

    public init(
        type: RecordType,
        kind: RecordKind,
        barcode: Barcode?,
        origin: Origin,
        title: String?,
        home: RecordID?,
        parent: RecordID?
    ) {
        self.type = type
        self.kind = kind
        self.barcode = barcode
        self.origin = origin
        self.title = title
        self.home = home
        self.parent = parent
    }
}
