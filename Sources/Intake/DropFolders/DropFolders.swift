import Localization
import Logging
import ServiceLifecycle
package import Settings
package import TransferLog
import Vocabulary

/// The drop folders of an installation, with the files that wait in them and what prevents filing.
package struct DropFolders: Sendable {
    package let configurations: [DropFolderConfiguration]
    let held = HeldFiles()
    private let states: [FolderState]

    package init(_ configurations: [DropFolderConfiguration], clock: UTCClock = .system) {
        self.configurations = configurations
        states = configurations.map { [held] in FolderState(of: $0, held: held, clock: clock) }
    }

    /// The troubles of each folder, in order; all folders are surveyed concurrently.
    package func troubles() async -> [(folder: DropFolderConfiguration, troubles: [FolderTrouble])] {
        await withTaskGroup(of: (Int, [FolderTrouble]).self) { group in
            for (index, state) in states.enumerated() { group.addTask { (index, await state.troubles()) } }
            var found = configurations.map { (folder: $0, troubles: [FolderTrouble]()) }
            for await (index, troubles) in group { found[index].troubles = troubles }
            return found
        }
    }
}

/// Checks regularly for files that stay in the drop folders, and reports each change once to the journal and the
/// stations.
struct FolderSurveyService: Service {
    let folders: DropFolders
    var interval = Duration.seconds(10)
    /// Called with the station of a folder whose troubles changed.
    let onChange: @Sendable (StationName) async -> Void
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var shown: [String: [FolderTrouble]] = [:]
            repeat {
                for (folder, troubles) in await folders.troubles() {
                    let former = shown[folder.path] ?? []
                    shown[folder.path] = troubles
                    report(former, troubles, of: folder)
                    if troubles.map(\.message) != former.map(\.message), let station = folder.station {
                        await onChange(station)
                    }
                }
            } while (try? await Task.sleep(for: interval)) != nil
        }
    }

    private func report(_ former: [FolderTrouble], _ now: [FolderTrouble], of folder: DropFolderConfiguration) {
        for trouble in now where !former.contains(where: { $0.kind == trouble.kind }) {
            logger.log(
                level: trouble.severity == .notice ? .notice : .warning,
                "a drop folder needs attention",
                metadata: [
                    "folder": "\(folder.path)", "reason": "\(trouble.message.english)",
                    "remedy": "\(trouble.remedy.english)",
                ]
            )
        }
        for trouble in former where !now.contains(where: { $0.kind == trouble.kind }) {
            logger.notice(
                "a fault of a drop folder is over",
                metadata: ["folder": "\(folder.path)", "kind": "\(trouble.kind.rawValue)"]
            )
        }
    }
}
