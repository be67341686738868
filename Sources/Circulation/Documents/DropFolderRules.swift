/// How the files of a drop folder are assigned to items and containers.
public struct DropFolderRules: Sendable, Hashable {
    public var separation: SeparationRule
    /// For how many seconds a cover sheet without pages after it stays open for the files that follow.
    ///
    /// Each file restarts the period.
    public var coverSheetOpensFor: Int
    /// For how many seconds a file without a cover sheet belongs to the item or container of the previous file.
    public var continuesWithin: Int

    public init(separation: SeparationRule, coverSheetOpensFor: Int = 120, continuesWithin: Int = 0) {
        self.separation = separation
        self.coverSheetOpensFor = coverSheetOpensFor
        self.continuesWithin = continuesWithin
    }
}
