import Foundation

/// A shell script in the place of `outguide-decoder`, for children that misbehave.
final class FakeChild: Sendable {
    let directory: String
    var path: String { directory + "/child" }

    /// `script` runs in `/bin/sh`, with `here` naming a directory of its own.
    init(_ script: String) throws {
        directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let text = "#!/bin/sh\nhere=\(directory)\n\(script)\n"
        // Written by another process: a file that this one has open for writing, or a fork of it, does not run.
        _ = try Tool.run("install", ["-m", "700", "/dev/stdin", path], input: Array(text.utf8))
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    /// What the script wrote to the file `name` in its directory.
    func note(_ name: String) throws -> String {
        try String(contentsOf: URL(filePath: directory + "/" + name), encoding: .utf8)
    }

    /// Makes a fifo called `name` in the directory.
    func makeFifo(_ name: String) throws { _ = try Tool.run("mkfifo", [directory + "/" + name]) }

    /// Writes to the fifo `name`; fails when nobody reads it.
    func write(_ text: String, to name: String) throws {
        let file = open(directory + "/" + name, O_WRONLY | O_NONBLOCK)
        guard file >= 0 else { throw POSIXError(.ENXIO) }
        try FileHandle(fileDescriptor: file, closeOnDealloc: true).write(contentsOf: Data(text.utf8))
    }

    /// Waits, on a thread of its own, until the script writes a line to the fifo `name`.
    func waitForLine(on name: String) async -> String {
        let path = directory + "/" + name
        return await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                let file = FileHandle(forReadingAtPath: path)
                let bytes = (try? file?.readToEnd()) ?? Data()
                continuation.resume(returning: String(decoding: bytes, as: UTF8.self).filter { $0 != "\n" })
            }
        }
    }
}
