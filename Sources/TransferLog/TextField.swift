/// The fields of an entry whose text is committed to and kept outside the hashed body.
enum TextField: String, Sendable, Hashable, CaseIterable {
    /// A foreign barcode: what somebody once printed on a box may be a case number.
    case barcode
    /// The order that demands something, as its court or agency calls it.
    case order
    /// Why something was done.
    case reason
    /// The title of a thing or the name of a place or person.
    case title
}
