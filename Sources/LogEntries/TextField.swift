/// The fields of an entry whose text is stored outside the hashed body, which only commits to it.
package enum TextField: String, Sendable, Hashable, CaseIterable {
    /// A foreign barcode, which may contain a case number.
    case barcode
    /// The order that requires the action, as named by its court or agency.
    case order
    /// The reason for an action.
    case reason
    /// The title of an item or container, or the name of a location or custodian.
    case title
}
