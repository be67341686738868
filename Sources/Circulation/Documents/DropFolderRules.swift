/// How the files of one drop folder find the things that they belong to.
public struct DropFolderRules: Sendable, Hashable {
    public var separation: SeparationRule
    /// For how many seconds a cover sheet without pages behind it keeps its thing open for the files that follow; each
    /// of them begins the time again.
    public var coverSheetOpensFor: Int
    /// For how many seconds a file without a cover sheet belongs to the thing before, whatever was filed there.
    public var continuesWithin: Int

    public init(separation: SeparationRule, coverSheetOpensFor: Int = 120, continuesWithin: Int = 0) {
        self.separation = separation
        self.coverSheetOpensFor = coverSheetOpensFor
        self.continuesWithin = continuesWithin
    }
}
