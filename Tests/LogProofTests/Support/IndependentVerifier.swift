import Foundation
import TestSupport

/// The verifier in Python, which shares no line with the module.
struct IndependentVerifier {
    let status: Int32
    /// What it wrote to standard output and standard error.
    let lines: [String]

    /// Runs it to its end.
    static func run(_ arguments: [String]) async throws -> IndependentVerifier {
        let run = try await ChildRun.of("/usr/bin/python3", ["-I", SourceFile.verifier.path()] + arguments)
        let lines = (run.output + run.errors).split(separator: "\n").map(String.init)
        return IndependentVerifier(status: run.status, lines: lines)
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
