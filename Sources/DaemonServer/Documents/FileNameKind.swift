/// What the name of a file in a drop folder says about it.
enum FileNameKind: Equatable {
    /// A file to be filed.
    case final
    /// A file that its writer renames when it is complete, to something like `name`.
    case draft(name: String)
    /// A file that an operating system or a program leaves in any folder for itself.
    case leftover

    init(_ name: String) {
        let lower = name.lowercased()
        if Self.leftovers.contains(lower) || Self.leftoverBeginnings.contains(where: { lower.hasPrefix($0) }) {
            self = .leftover
        } else if let ending = Self.draftEndings.first(where: { lower.hasSuffix($0) }) {
            self = .draft(name: String(name.dropLast(ending.count).drop { $0 == "." }))
        } else if name.hasPrefix(".") {
            self = .draft(name: String(name.dropFirst()))
        } else {
            self = .final
        }
    }

    /// Windows, macOS, desktops on Linux, and file servers.
    private static let leftovers: Set<String> = [
        "thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store", ".localized", ".apdisk", ".directory", ".hidden",
        ".volumeicon.icns", "icon\r",
    ]
    private static let leftoverBeginnings = ["._", "~$", ".~lock.", ".nfs", ".smbdelete", ".fuse_hidden", ".trash"]
    /// Endings that browsers, copiers, upload programs and editors give to what they have not finished.
    private static let draftEndings = [
        ".tmp", ".temp", ".part", ".partial", ".filepart", ".crdownload", ".download", ".opdownload", "~",
    ]
}
