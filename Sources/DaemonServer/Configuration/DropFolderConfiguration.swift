import Circulation

/// One folder in the configuration that a copier scans into.
public struct DropFolderConfiguration: Sendable, Hashable {
    /// The folder, which must be there; on a network mount too.
    public var path: String
    /// The copier, as the log names it.
    public var device: String
    /// The station that its documents are recorded at.
    public var station: String?
    /// What belongs to what.
    var rules = DropFolderRules(separation: .coverSheets)
    /// For how many seconds a file must stay as it is, unless the kernel says that its writer closed it.
    public var settle: Int = 5
    /// The longest file that is taken, in MiB.
    public var largestFile: Int = 64
}
