package import Vocabulary

/// A problem with a drop folder that prevents scans from being filed.
package struct FolderTrouble: Sendable, Hashable {
    /// The kinds, worst first.
    package enum Kind: String, Sendable, CaseIterable {
        /// The file server does not respond.
        case unresponsive
        /// The folder is missing, is not a directory, or cannot be read.
        case unavailable
        /// The file system that belongs there is not mounted.
        case unmounted
        /// Files cannot be removed after they are filed.
        case notWritable = "not-writable"
        /// The disk of the folder is full.
        case full
        /// Files that cannot be filed cannot be moved to quarantine.
        case quarantineUnusable = "quarantine-unusable"
        /// The service does not scan the folder, or the kernel does not report changes.
        case notWatched = "not-watched"
        /// Files that wait for too long.
        case waiting
        /// Files that may not be read or removed.
        case forbidden
        /// Names that are not UTF-8.
        case undecodableNames = "undecodable-names"
        /// Files with a draft name or a leading dot that are never completed.
        case unfinished
        /// Folders in the folder.
        case subfolders
        /// Links, pipes, sockets and devices.
        case specialFiles = "special-files"
        /// Files in quarantine.
        case quarantined
    }

    /// The severity of the trouble.
    package enum Severity: String, Sendable, Comparable {
        /// Worth knowing, but raises no alarm in monitoring.
        case notice
        /// Some files are not filed.
        case warning
        /// No files are filed.
        case failed

        package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .notice: 0
            case .warning: 1
            case .failed: 2
            }
        }
    }

    package let kind: Kind
    /// The path of the folder.
    package let path: String
    /// The number of files or folders; 0 when the trouble concerns the folder itself.
    package var count = 0
    /// Whether `count` is exact rather than a minimum.
    package var isComplete = true
    /// The first names, escaped for display; they may contain names of people.
    package var names: [String] = []
    /// The reason, without file names.
    package var reason: String?
    /// When the trouble began, as far as the daemon knows.
    package var since: Timestamp
    /// Whether the trouble has lasted long enough to raise an alarm.
    package var isOld = true

    package var severity: Severity {
        switch kind {
        case .unresponsive, .unavailable, .unmounted, .notWritable: .failed
        case .quarantined where !isOld: .notice
        default: .warning
        }
    }

    /// A one-line description without file names.
    package var message: String {
        let why = reason.map { ": \($0)" } ?? ""
        switch kind {
        case .unresponsive: return "\(path) does not respond: nothing is filed"
        case .unavailable: return "\(path) cannot be used, nothing is filed\(why)"
        case .unmounted: return "\(path) is empty because its file system is not mounted\(why)"
        case .notWritable: return "\(path) cannot be written to, so filed scans cannot be removed\(why)"
        case .full: return "the disk of \(path) is full: files cannot be moved to quarantine"
        case .quarantineUnusable: return "\(path)/quarantine cannot be used\(why)"
        case .notWatched: return "\(path) is not watched\(why)"
        case .waiting: return counted("file waits", "files wait") + " to be filed" + why
        case .forbidden: return counted("file", "files") + " may not be read or removed by outguided"
        case .undecodableNames:
            return counted("file has a name that is", "files have names that are") + " not UTF-8, and "
                + (count == 1 ? "is" : "are") + " not filed"
        case .unfinished:
            return counted(
                "file has the name of an unfinished or hidden file",
                "files have names of unfinished or hidden files"
            )
                + ", and " + (count == 1 ? "is" : "are") + " not filed"
        case .subfolders: return counted("subfolder is", "subfolders are") + " not looked into" + why
        case .specialFiles:
            return counted("link, pipe, socket or device is", "links, pipes, sockets or devices are") + " not filed"
        case .quarantined: return counted("file is", "files are") + " in quarantine"
        }
    }

    /// A suggested remedy.
    package var remedy: String {
        switch kind {
        case .unresponsive: "check the file server and the network"
        case .unavailable: "create or mount the folder, and let the group outguide read and write it"
        case .unmounted: "mount it: systemctl list-units --type=mount, or mount -a"
        case .notWritable: "let the group outguide write there, and give ReadWritePaths=\(path) to the service"
        case .full: "make room there"
        case .quarantineUnusable: "make it a directory that the group outguide may read and write"
        case .notWatched: "look at the journal of outguided; raise fs.inotify.max_user_watches if that is the limit"
        case .waiting: "close the files in the program that has them open, or see the reason of each"
        case .forbidden: "let the group outguide read and delete them"
        case .undecodableNames: "rename them, for example with convmv"
        case .unfinished: "rename them if they are complete, or remove them"
        case .subfolders: "move the files out of them into the drop folder"
        case .specialFiles: "put the files themselves there"
        case .quarantined: "“outguide document quarantine” shows why, and “outguide document assign” files them"
        }
    }

    private func counted(_ one: String, _ many: String) -> String {
        (isComplete ? "" : "at least ") + "\(count) " + (count == 1 ? one : many)
    }
}
