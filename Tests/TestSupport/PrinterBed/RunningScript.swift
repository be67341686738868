import Foundation

/// A shell script that says `ready` and then lives until its standard input ends.
final class RunningScript: Sendable {
    private let child: ChildProgram

    init(path: String, argument: String) throws {
        // What it complains of is seen with the test's own errors.
        child = try ChildProgram(
            "/bin/bash",
            [path, argument],
            input: .pipe,
            output: .pipe,
            errors: .descriptor(STDERR_FILENO)
        )
    }

    /// False when the script ended instead.
    func isReady() async -> Bool {
        await OwnThread.run { [child] in
            var text: [UInt8] = []
            while !text.contains(UInt8(ascii: "\n")), case let part = child.nextOutput(), !part.isEmpty { text += part }
            return text.starts(with: Array("ready\n".utf8))
        }
    }

    /// Tells the script to end and waits until it has.
    func end() async {
        child.closeInput()
        child.send(SIGTERM)
        _ = await child.status()
    }
}
