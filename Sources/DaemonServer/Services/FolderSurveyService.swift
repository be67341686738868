import Logging
import ServiceLifecycle
import Settings
import Vocabulary

/// Checks regularly for files that stay in the drop folders, and reports each change once to the journal and the
/// stations.
struct FolderSurveyService: Service {
    private let daemon: DaemonParts
    private let interval: Duration
    private let logger: Logger

    init(_ daemon: DaemonParts, interval: Duration = .seconds(10), logger: Logger) {
        self.daemon = daemon
        self.interval = interval
        self.logger = logger
    }

    func run() async throws {
        let board = StationBoard(daemon)
        await cancelWhenGracefulShutdown {
            var shown: [String: [FolderTrouble]] = [:]
            repeat {
                for (folder, troubles) in await daemon.folderTroubles() {
                    let former = shown[folder.path] ?? []
                    shown[folder.path] = troubles
                    report(former, troubles, of: folder)
                    if troubles.map(\.message) != former.map(\.message),
                        let name = folder.station
                    {
                        await board.show(name)
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
                    "folder": "\(folder.path)", "reason": "\(trouble.message)", "remedy": "\(trouble.remedy)",
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

extension DaemonParts {
    /// The troubles that prevent scans from being filed, by folder.
    func folderTroubles() async -> [(folder: DropFolderConfiguration, troubles: [FolderTrouble])] {
        await folderStates.troubles(of: configuration.dropFolders, held: heldFiles)
    }
}
