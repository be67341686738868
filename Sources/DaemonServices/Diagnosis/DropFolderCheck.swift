package import Intake
import Settings

/// Checks that scans can be filed from the drop folders, and reports files left there.
package struct DropFolderCheck: Check {
    static let name = "drop-folders"

    let folders: DropFolders

    package init(folders: DropFolders) { self.folders = folders }

    package func findings() async -> [Finding] {
        await folders.troubles().flatMap { folder, troubles -> [Finding] in
            guard !troubles.isEmpty else {
                return [.ok(Self.name, "\(folder.path) is watched for files of up to \(folder.largestFile) MiB")]
            }
            return troubles.map { trouble in
                let first = trouble.names.joined(separator: ", ")
                let names = first.isEmpty ? "" : " (\(first)\(trouble.count > trouble.names.count ? ", …" : ""))"
                let message = "\(folder.device): \(trouble.message)\(names)"
                return trouble.severity == .failed
                    ? .failed(Self.name, message, remedy: trouble.remedy)
                    : .warning(Self.name, message, remedy: trouble.remedy)
            }
        }
    }
}
