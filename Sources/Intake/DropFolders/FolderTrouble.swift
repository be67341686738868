package import Localization
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
    /// The first names, escaped for display, with their reasons; they may contain names of people.
    package var names: [Message] = []
    /// The reason, without file names.
    package var reason: Message?
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
    package var message: Message {
        guard let reason else { return fact }
        switch kind {
        case .unavailable, .unmounted, .notWritable, .quarantineUnusable, .notWatched, .waiting, .subfolders:
            return Message("\(fact, "what"): \(reason, "reason")")
        default: return fact
        }
    }

    /// The description without the reason.
    private var fact: Message {
        switch kind {
        case .unresponsive: Message("\(path, "path") does not respond: nothing is filed")
        case .unavailable: Message("\(path, "path") cannot be used, nothing is filed")
        case .unmounted: Message("\(path, "path") is empty because its file system is not mounted")
        case .notWritable: Message("\(path, "path") cannot be written to, so filed scans cannot be removed")
        case .full: Message("the disk of \(path, "path") is full: files cannot be moved to quarantine")
        case .quarantineUnusable: Message("\(path, "path")/quarantine cannot be used")
        case .notWatched: Message("\(path, "path") is not watched")
        default: isComplete ? number : minimum
        }
    }

    /// The description of a number of files that is exact.
    private var number: Message {
        switch kind {
        case .waiting:
            Message("{count} file waits to be filed", plural: "{count} files wait to be filed", count: count)
        case .forbidden:
            Message(
                "{count} file may not be read or removed by outguided",
                plural: "{count} files may not be read or removed by outguided",
                count: count
            )
        case .undecodableNames:
            Message(
                "{count} file has a name that is not UTF-8, and is not filed",
                plural: "{count} files have names that are not UTF-8, and are not filed",
                count: count
            )
        case .unfinished:
            Message(
                "{count} file has the name of an unfinished or hidden file, and is not filed",
                plural: "{count} files have names of unfinished or hidden files, and are not filed",
                count: count
            )
        case .subfolders:
            Message(
                "{count} subfolder is not looked into",
                plural: "{count} subfolders are not looked into",
                count: count
            )
        case .specialFiles:
            Message(
                "{count} link, pipe, socket or device is not filed",
                plural: "{count} links, pipes, sockets or devices are not filed",
                count: count
            )
        default:
            Message("{count} file is in quarantine", plural: "{count} files are in quarantine", count: count)
        }
    }

    /// The description of a number of files that may be larger.
    private var minimum: Message {
        switch kind {
        case .waiting:
            Message(
                "at least {count} file waits to be filed",
                plural: "at least {count} files wait to be filed",
                count: count
            )
        case .forbidden:
            Message(
                "at least {count} file may not be read or removed by outguided",
                plural: "at least {count} files may not be read or removed by outguided",
                count: count
            )
        case .undecodableNames:
            Message(
                "at least {count} file has a name that is not UTF-8, and is not filed",
                plural: "at least {count} files have names that are not UTF-8, and are not filed",
                count: count
            )
        case .unfinished:
            Message(
                "at least {count} file has the name of an unfinished or hidden file, and is not filed",
                plural: "at least {count} files have names of unfinished or hidden files, and are not filed",
                count: count
            )
        case .subfolders:
            Message(
                "at least {count} subfolder is not looked into",
                plural: "at least {count} subfolders are not looked into",
                count: count
            )
        case .specialFiles:
            Message(
                "at least {count} link, pipe, socket or device is not filed",
                plural: "at least {count} links, pipes, sockets or devices are not filed",
                count: count
            )
        default:
            Message(
                "at least {count} file is in quarantine",
                plural: "at least {count} files are in quarantine",
                count: count
            )
        }
    }

    /// A suggested remedy.
    package var remedy: Message {
        switch kind {
        case .unresponsive: Message("check the file server and the network")
        case .unavailable: Message("create or mount the drop folder, and let the group outguide read and write it")
        case .unmounted: Message("mount it: systemctl list-units --type=mount, or mount -a")
        case .notWritable:
            Message("let the group outguide write there, and give ReadWritePaths=\(path, "path") to the service")
        case .full: Message("make room there")
        case .quarantineUnusable: Message("make it a directory that the group outguide may read and write")
        case .notWatched:
            Message("look at the journal of outguided; raise fs.inotify.max_user_watches if that is the limit")
        case .waiting: Message("close the files in the program that has them open, or see the reason of each")
        case .forbidden: Message("let the group outguide read and delete them")
        case .undecodableNames: Message("rename them, for example with convmv")
        case .unfinished: Message("rename them if they are complete, or remove them")
        case .subfolders: Message("move the files out of them into the drop folder")
        case .specialFiles: Message("put the files themselves there")
        case .quarantined:
            Message("“outguide document quarantine” shows why, and “outguide document assign” files them")
        }
    }
}
