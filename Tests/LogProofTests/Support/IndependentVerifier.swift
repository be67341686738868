import Foundation

/// The verifier in Python, which shares no line with the module.
struct IndependentVerifier {
    let status: Int32
    /// What it wrote to standard output and standard error.
    let lines: [String]

    /// Runs it to its end.
    static func run(_ arguments: [String]) async throws -> IndependentVerifier {
        let scratch = try ScratchDirectory()
        let path = try scratch.write([], to: "output")
        let output = try FileHandle(forWritingTo: URL(filePath: path))
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = ["-I", SourceFile.verifier.path()] + arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in continuation.resume() }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                continuation.resume(throwing: error)
            }
        }
        try output.close()
        let text = try String(contentsOfFile: path, encoding: .utf8)
        return IndependentVerifier(
            status: process.terminationStatus,
            lines: text.split(separator: "\n").map(String.init)
        )
    }

    /// What it concluded of each path, in the words of the program.
    var conclusions: [String: String] {
        var conclusions: [String: String] = [:]
        for line in lines where !line.hasPrefix(" ") {
            guard let colon = line.range(of: ": ") else { continue }
            let path = line[colon.upperBound...].split(separator: " ").first.map(String.init) ?? ""
            conclusions[path] = String(line[..<colon.lowerBound])
        }
        return conclusions
    }
}
