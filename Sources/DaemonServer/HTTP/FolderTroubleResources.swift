import Settings
import Vocabulary
import Wire

extension FolderTroubleResource {
    /// `showsNames` is whether the caller may see file names, which may contain names of people.
    init(_ trouble: FolderTrouble, of folder: DropFolderConfiguration, showsNames: Bool) {
        self.init(
            device: folder.device,
            folder: folder.path,
            kind: trouble.kind.rawValue,
            state: trouble.severity.rawValue,
            message: trouble.message,
            remedy: trouble.remedy,
            since: trouble.since.rfc3339,
            count: trouble.count,
            complete: trouble.isComplete,
            names: showsNames ? trouble.names : []
        )
    }
}
