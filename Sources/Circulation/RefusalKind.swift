/// The stable words for what a rule can object to.
public enum RefusalKind: String, Sendable, Hashable, CaseIterable {
    case barcodeTaken = "barcode-taken"
    case invalidBarcode = "invalid-barcode"
    case invalidRequest = "invalid-request"
    case intoItself = "into-itself"
    case itemDisposed = "item-disposed"
    case noPlaceOpen = "no-place-open"
    case notAPlace = "not-a-place"
    case notMovable = "not-movable"
    case unexpectedStation = "unexpected-station"
    case unknownBarcode = "unknown-barcode"
    case unknownControl = "unknown-control"
    case unknownLocation = "unknown-location"
    case unreadable
    case wrongCheckCharacter = "wrong-check-character"
    case wrongPrefix = "wrong-prefix"
    case wrongSymbology = "wrong-symbology"
}
