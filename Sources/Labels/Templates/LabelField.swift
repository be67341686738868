import Vocabulary

/// The built-in fields of labels.
public enum LabelField: String, Sendable, Hashable, CaseIterable {
    /// The barcode and its serial number.
    case barcode
    case number
    case title
    case kind
    case type
    /// The path to the home location.
    case home
    case homeBarcode
    case series
    case year
    case site
    case printedAt
    case custodian
    case since
    case due
    case reason
    case position
    case wanted
    /// A note that the place of a requested item is unknown, which precedes the path to its home location.
    case unplaced
    case header
    case page
    case checkpoint
    case entries
    case origin
    case printer

    /// Returns the field nearest to an unknown `name`; nil if none is near.
    static func meant(by name: String) -> LabelField? {
        guard Self(rawValue: name) == nil else { return nil }
        return Spelling.nearest(to: name, among: allCases.map(\.rawValue)).first.flatMap(Self.init)
    }
}
