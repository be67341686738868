import Glibc
import Localization

/// Checks that the copies of the checkpoint can be written.
package struct CheckpointCopiesCheck: Check {
    static let name = "checkpoint-copies"

    let copies: [String]

    package init(copies: [String]) { self.copies = copies }

    package func findings() async -> [Finding] {
        let lacking = copies.filter { path in
            let directory = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "/"
            return access(directory, W_OK | X_OK) != 0
        }
        guard !lacking.isEmpty else { return copies.isEmpty ? [] : [.ok(Self.name, Message("they can be written"))] }
        let remedy = Message("make or mount the directory, and let outguided write there")
        return [
            .failed(Self.name, Message("\(lacking.joined(separator: ", "), "paths") cannot be written"), remedy: remedy)
        ]
    }
}
