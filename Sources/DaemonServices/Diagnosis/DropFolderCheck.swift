package import Intake
import Localization
import Settings

/// Checks that scans can be filed from the drop folders, and reports files left there.
package struct DropFolderCheck: Check {
    static let name = "drop-folders"

    let folders: DropFolders

    package init(folders: DropFolders) { self.folders = folders }

    package func findings() async -> [Finding] {
        await folders.troubles().flatMap { folder, troubles -> [Finding] in
            guard !troubles.isEmpty else {
                let message = Message(
                    "\(folder.path, "path") is watched for files of up to \(folder.largestFile, "limit") MiB"
                )
                return [.ok(Self.name, message)]
            }
            return troubles.map { trouble in
                let rest: [MessageArgument] = trouble.count > trouble.names.count ? [.text("…")] : []
                let names = MessageArgument.series(trouble.names.map { .message($0) } + rest, separator: ", ")
                let message =
                    trouble.names.isEmpty
                    ? Message("\(folder.device, "device"): \(trouble.message, "trouble")")
                    : Message("\(folder.device, "device"): \(trouble.message, "trouble") (\(names, "files"))")
                return trouble.severity == .failed
                    ? .failed(Self.name, message, remedy: trouble.remedy)
                    : .warning(Self.name, message, remedy: trouble.remedy)
            }
        }
    }
}
