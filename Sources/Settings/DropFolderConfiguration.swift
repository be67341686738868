package import Circulation

/// The configuration of one folder that a copier scans into.
package struct DropFolderConfiguration: Sendable, Hashable {
    /// The path of the folder, which must exist; it may be on a network mount.
    package var path: String
    /// The name of the copier in the log.
    package var device: String
    /// The station at which its documents are recorded.
    package var station: String?
    /// How pages are separated into documents.
    package var rules = DropFolderRules(separation: .coverSheets)
    /// Seconds for which a file must be unchanged, unless the kernel reports that its writer closed it.
    package var settle: Int = 5
    /// The maximum size of a file, in MiB.
    package var largestFile: Int = 64

    /// The maximum of `largestFile`, which is that of any document.
    package static let largestOfAll = 256

    package init(path: String, device: String) {
        self.path = path
        self.device = device
    }
}
