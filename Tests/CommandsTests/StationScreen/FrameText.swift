import Foundation

@testable import Terminal

/// Frames as files: each line with its colours before it, so that a change of either shows.
enum FrameText {
    private static let directory = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Frames")

    /// `goodBar       |   ✓ ACCEPTED   |`.
    static func of(_ frame: [StyledText]) -> String {
        frame.map { line in
            var styles: [String] = []
            for part in line.parts where styles.last != "\(part.style)" && !part.text.isEmpty {
                styles.append("\(part.style)")
            }
            let text = line.parts.map(\.text).joined()
            return styles.joined(separator: " ") + " |" + text + "|\n"
        }.joined()
    }

    /// What the frame of this name should be; with OUTGUIDE_WRITE_FRAMES in the environment `text` becomes it.
    static func expected(_ name: String, instead text: String) throws -> String {
        let file = directory.appending(path: name + ".txt")
        if ProcessInfo.processInfo.environment["OUTGUIDE_WRITE_FRAMES"] != nil {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        return try String(contentsOf: file, encoding: .utf8)
    }
}
