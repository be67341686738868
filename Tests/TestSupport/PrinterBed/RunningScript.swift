import Dispatch
import Foundation

/// A shell script that says `ready` and then lives until its standard input ends.
///
/// Unchecked as `Process` is not Sendable: it is only touched by the one owner, in order, and otherwise immutable.
final class RunningScript: @unchecked Sendable {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private let ended = DispatchGroup()

    init(path: String, argument: String) throws {
        // A test's thread has most signals blocked, and the script's children would keep them so.
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["--default-signal", "bash", path, argument]
        process.standardInput = input
        process.standardOutput = output
        ended.enter()
        process.terminationHandler = { [ended] _ in ended.leave() }
        try process.run()
    }

    /// False when the script ended instead.
    func isReady() async -> Bool {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [output] in
                var text = Data()
                while !text.contains(UInt8(ascii: "\n")) {
                    let chunk = output.fileHandleForReading.availableData
                    if chunk.isEmpty { break }
                    text += chunk
                }
                continuation.resume(returning: text.starts(with: Data("ready\n".utf8)))
            }
        }
    }

    /// Tells the script to end and waits until it has.
    func end() async {
        try? input.fileHandleForWriting.close()
        if process.isRunning { process.terminate() }
        await withCheckedContinuation { continuation in
            ended.notify(queue: .global()) { continuation.resume() }
        }
    }
}
