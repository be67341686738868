import Localization
import LogProof
package import Safekeeping

/// Checks that the last checkpoint of the log is stored in all its files.
package struct CheckpointCheck: Check {
    static let name = "checkpoint"

    let files: [String]
    let keeper: CheckpointKeeper

    package init(files: [String], keeper: CheckpointKeeper) {
        self.files = files
        self.keeper = keeper
    }

    package func findings() async -> [Finding] {
        let newest: String
        do {
            newest = try await keeper.sign().serialized
        } catch {
            let remedy = Message("see “outguide status”; without a checkpoint a cut log cannot be detected")
            return [
                .failed(Self.name, Message("the log cannot be signed: \(error.asMessage, "reason")"), remedy: remedy)
            ]
        }
        let paths = files
        let lacking = (try? await BlockingWork.run { paths.filter { !Self.holds($0, newest) } }) ?? paths
        guard lacking.isEmpty else {
            let message = Message("the last checkpoint is not in \(lacking.joined(separator: ", "), "paths")")
            return [.failed(Self.name, message, remedy: Message("look whether its disk is there and may be written"))]
        }
        let message =
            paths.count == 1
            ? Message("the last checkpoint is in its file")
            : Message(
                "the last checkpoint is in {count} file",
                plural: "the last checkpoint is in {count} files",
                count: paths.count
            )
        return [.ok(Self.name, message)]
    }

    private static func holds(_ path: String, _ checkpoint: String) -> Bool {
        guard let bytes = try? SmallFile(path: path).read() else { return false }
        return bytes == Array(checkpoint.utf8)
    }
}
