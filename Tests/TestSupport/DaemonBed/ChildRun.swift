import Foundation

/// What a program that ran to its end did.
public struct ChildRun: Sendable {
    public let status: Int32
    public let output: String
    public let errors: String

    /// Standard output without the white space around it.
    public var answer: String { output.trimmingCharacters(in: .whitespacesAndNewlines) }

    /// Standard output line by line.
    public var lines: [String] { output.split(separator: "\n").map(String.init) }

    /// Runs a program with `input` on its standard input; waits on threads of its own.
    public static func of(
        _ executable: String,
        _ arguments: [String],
        environment: [String: String] = [:],
        input: String = ""
    ) async throws -> ChildRun {
        let process = Process()
        let (standardInput, standardOutput, standardError) = (Pipe(), Pipe(), Pipe())
        process.executableURL = URL(filePath: executable)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = standardInput
        process.standardOutput = standardOutput
        process.standardError = standardError
        // A child that does not read its input shall not end the tests.
        signal(SIGPIPE, SIG_IGN)
        try process.run()
        async let output = text(of: standardOutput.fileHandleForReading)
        async let errors = text(of: standardError.fileHandleForReading)
        await write(input, to: standardInput.fileHandleForWriting)
        let texts = await (output, errors)
        process.waitUntilExit()
        return ChildRun(status: process.terminationStatus, output: texts.0, errors: texts.1)
    }

    private static func text(of handle: FileHandle) async -> String {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(returning: String(decoding: handle.readDataToEndOfFile(), as: UTF8.self))
            }
        }
    }

    private static func write(_ text: String, to handle: FileHandle) async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                // A child that ended early says so by its status.
                try? handle.write(contentsOf: Data(text.utf8))
                try? handle.close()
                continuation.resume()
            }
        }
    }
}
