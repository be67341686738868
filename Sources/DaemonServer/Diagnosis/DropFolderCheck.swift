import Glibc
import Wire

/// Whether the folders are there that copiers scan into, and whether something waits in quarantine.
struct DropFolderCheck: Check {
    static let name = "drop-folders"

    let folders: [DropFolderConfiguration]

    func findings() async -> [FindingResource] {
        let folders = folders
        let found = try? await BlockingWork.run { folders.flatMap(Self.findings) }
        return found ?? []
    }

    private static func findings(_ folder: DropFolderConfiguration) -> [FindingResource] {
        var status = stat()
        guard lstat(folder.path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            return [
                .failed(name, "\(folder.path) is no directory", remedy: "make or mount it: nothing is filed until then")
            ]
        }
        guard access(folder.path, R_OK | W_OK | X_OK) == 0 else {
            let remedy = "let the group outguide write there, and give ReadWritePaths=\(folder.path) to the service"
            return [.failed(name, "\(folder.path) may not be written: nothing is filed", remedy: remedy)]
        }
        var quarantine = stat()
        let drop = DropFolder(path: folder.path)
        guard lstat(drop.quarantine, &quarantine) != 0 || quarantine.st_mode & S_IFMT == S_IFDIR else {
            let message = "\(drop.quarantine) is no directory: what cannot be filed stays where it is"
            return [.failed(name, message, remedy: "find out who put it there, and remove it")]
        }
        let waiting = Quarantine(folder: drop).part(limit: 0).total
        guard waiting == 0 else {
            let message = "\(waiting) files of \(folder.device) could not be filed"
            let remedy = "“outguide document quarantine” shows why, and “outguide document assign” files them"
            return [.warning(name, message, remedy: remedy)]
        }
        return [.ok(name, "\(folder.path) is watched for files of up to \(folder.largestFile) MiB")]
    }
}
