import Circulation

/// The configuration of one folder that a copier scans into.
public struct DropFolderConfiguration: Sendable, Hashable {
    /// The path of the folder, which must exist; it may be on a network mount.
    public var path: String
    /// The name of the copier in the log.
    public var device: String
    /// The station at which its documents are recorded.
    public var station: String?
    /// How pages are separated into documents.
    var rules = DropFolderRules(separation: .coverSheets)
    /// Seconds for which a file must be unchanged, unless the kernel reports that its writer closed it.
    public var settle: Int = 5
    /// The maximum size of a file, in MiB.
    public var largestFile: Int = 64
}
