import Foundation

/// What a program that ran to its end did.
public struct ChildRun: Sendable {
    public let status: Int32
    public let outputBytes: [UInt8]
    public let errors: String

    public var output: String { String(decoding: outputBytes, as: UTF8.self) }

    /// Standard output without the white space around it.
    public var answer: String { output.trimmingCharacters(in: .whitespacesAndNewlines) }

    /// Standard output line by line.
    public var lines: [String] { output.split(separator: "\n").map(String.init) }

    /// Runs a program with `input` on its standard input; `environment` is put on top of this process's own.
    public static func of(
        _ executable: String,
        _ arguments: [String],
        environment: [String: String] = [:],
        input: String = ""
    ) async throws -> ChildRun {
        let child = try ChildProgram(
            executable,
            arguments,
            environment: ProcessInfo.processInfo.environment.merging(environment) { $1 },
            input: input.isEmpty ? .null : .pipe,
            output: .pipe,
            errors: .pipe
        )
        async let output = child.restOfOutput()
        async let errors = child.restOfErrors()
        await child.type(Array(input.utf8))
        child.closeInput()
        return await ChildRun(
            status: child.status(),
            outputBytes: output,
            errors: String(decoding: errors, as: UTF8.self)
        )
    }
}
