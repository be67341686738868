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
            let remedy = "see “outguide status”; without a checkpoint a cut log cannot be detected"
            return [.failed(Self.name, "the log cannot be signed: \(error)", remedy: remedy)]
        }
        let paths = files
        let lacking = (try? await BlockingWork.run { paths.filter { !Self.holds($0, newest) } }) ?? paths
        guard lacking.isEmpty else {
            let message = "the last checkpoint is not in \(lacking.joined(separator: ", "))"
            return [.failed(Self.name, message, remedy: "look whether its disk is there and may be written")]
        }
        return [.ok(Self.name, "the last checkpoint is in \(paths.count == 1 ? "its file" : "\(paths.count) files")")]
    }

    private static func holds(_ path: String, _ checkpoint: String) -> Bool {
        guard let bytes = try? SmallFile(path: path).read() else { return false }
        return bytes == Array(checkpoint.utf8)
    }
}
