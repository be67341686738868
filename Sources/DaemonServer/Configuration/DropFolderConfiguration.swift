import Circulation

/// One folder in the configuration that a copier scans into.
public struct DropFolderConfiguration: Sendable, Hashable {
    /// The folder, which must be there; on a network mount too.
    public var path: String
    /// The copier, as the log names it.
    public var device: String
    /// The station that its documents are recorded at.
    public var station: String?
    /// `cover-sheets` or `files`.
    var separation: SeparationRule = .coverSheets
    /// For how many seconds a file must stay as it is, unless the kernel says that its writer closed it.
    public var settle: Int = 5
    /// For how many seconds pages without a cover sheet belong to the thing before.
    public var continuesWithin: Int = 600
}
