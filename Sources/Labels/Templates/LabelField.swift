import Records

/// The fields that labels can have by themselves.
public enum LabelField: String, Sendable, Hashable, CaseIterable {
    /// The barcode itself, and its serial number.
    case barcode
    case number
    case title
    case kind
    case type
    /// The way to where a thing belongs.
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
    /// Says that nobody knows where a wanted thing is, before the way to where it belongs.
    case unplaced
    case header
    case page
    case checkpoint
    case entries
    case origin
    case printer

    /// The field that somebody may have meant by a `name` that is none; nil when it is like none of them.
    static func meant(by name: String) -> LabelField? {
        guard Self(rawValue: name) == nil else { return nil }
        return Spelling.nearest(to: name, among: allCases.map(\.rawValue)).first.flatMap(Self.init)
    }
}
