/// The sheets of labels that are begun.
public struct LabelSheetList: Sendable, Hashable, Codable {
    public let sheets: [LabelSheetResource]

    public init(
        sheets: [LabelSheetResource]
    ) {
        self.sheets = sheets
    }
}
