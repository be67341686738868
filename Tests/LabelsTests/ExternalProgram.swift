import Dispatch
import Foundation
import Testing

/// The programs that read back what was rendered: zbarimg, pdftoppm, pdfinfo, pdffonts.
enum ExternalProgram {
    struct Failed: Error { let program: String }

    /// What `program` writes to standard output; throws when it cannot be run.
    static func output(of program: String, _ arguments: [String]) async throws -> [UInt8] {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                let process = Process()
                let pipe = Pipe()
                process.executableURL = URL(fileURLWithPath: "/usr/bin/" + program)
                process.arguments = arguments
                process.standardOutput = pipe
                process.standardError = FileHandle.nullDevice
                process.standardInput = FileHandle.nullDevice
                do {
                    try process.run()
                    let data = pipe.fileHandleForReading.readDataToEndOfFile()
                    process.waitUntilExit()
                    continuation.resume(returning: Array(data))
                } catch {
                    continuation.resume(throwing: Failed(program: program))
                }
            }
        }
    }

    static func text(of program: String, _ arguments: [String]) async throws -> String {
        String(decoding: try await output(of: program, arguments), as: UTF8.self)
    }

    /// All codes in the pictures, one a line, in their order.
    static func codes(in pictures: [String]) async throws -> [String] {
        let text = try await text(of: "zbarimg", ["-q", "--nodbus", "--raw"] + pictures)
        return text.split(separator: "\n").map(String.init)
    }
}
