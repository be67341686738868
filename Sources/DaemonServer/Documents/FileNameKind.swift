/// Classifies the files of a drop folder by name.
enum FileNameKind: Equatable {
    /// A file to be filed.
    case final
    /// A file that its writer renames when it is complete, to something like `name`.
    case draft(name: String)
    /// An auxiliary file that an operating system or program creates in any folder.
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

    /// Files of Windows, macOS, Linux desktops and file servers.
    private static let leftovers: Set<String> = [
        "thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store", ".localized", ".apdisk", ".directory", ".hidden",
        ".volumeicon.icns", "icon\r",
    ]
    private static let leftoverBeginnings = ["._", "~$", ".~lock.", ".nfs", ".smbdelete", ".fuse_hidden", ".trash"]
    /// Suffixes of unfinished files from browsers, copiers, upload programs and editors.
    private static let draftEndings = [
        ".tmp", ".temp", ".part", ".partial", ".filepart", ".crdownload", ".download", ".opdownload", "~",
    ]
}
