import Foundation
import TestSupport

/// A program of the system that makes samples, such as zint and the netpbm tools.
enum Tool {
    struct Failure: Error, CustomStringConvertible {
        let program: String
        let status: Int32
        var description: String { "cannot make a sample: \(program) ended with \(status), install zint and netpbm" }
    }

    /// What `program` writes when it is given `input`.
    static func run(_ program: String, _ arguments: [String], input: [UInt8] = []) throws -> [UInt8] {
        // A file, as a tool may write before it has read all: a pipe would hold up both.
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data(input).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        let child = try ChildProgram(
            "/usr/bin/env",
            [program] + arguments,
            input: .descriptor(handle.fileDescriptor),
            output: .pipe
        )
        let (bytes, status) = child.outputAndStatus()
        guard status == 0 else { throw Failure(program: program, status: status) }
        return bytes
    }
}
