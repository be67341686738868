import Glibc
import Localization

/// Splits an open file into lines, holding at most one chunk and one line in memory.
@MainActor package final class LineReader {
    /// The maximum length of a line, in bytes.
    package nonisolated static let longestLine = 1_024
    private static let chunk = 4_096

    private let descriptor: CInt
    private var waiting: ArraySlice<UInt8> = []
    private var line: [UInt8] = []
    private var isTooLong = false
    private var hasEnded = false
    /// The number of lines returned so far.
    package private(set) var count = 0

    package init(descriptor: CInt) { self.descriptor = descriptor }

    /// Returns the next line; nil at the end.
    ///
    /// LF, CR and CR LF end a line, because scanners send any of them. It blocks, so it is called on the main thread.
    ///
    /// - Throws: ``StreamError`` if the file cannot be read.
    package func next() throws(StreamError) -> InputLine? {
        while true {
            if let end = waiting.firstIndex(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
                keep(waiting[..<end])
                waiting = waiting[(end + 1)...]
                if let line = takeLine() { return line }
                continue
            }
            keep(waiting)
            waiting = []
            if hasEnded { return takeLine() }
            waiting = try read()
            hasEnded = waiting.isEmpty
        }
    }

    private func keep(_ bytes: ArraySlice<UInt8>) {
        guard !isTooLong, line.count + bytes.count <= Self.longestLine else {
            isTooLong = true
            return
        }
        line += bytes
    }

    private func takeLine() -> InputLine? {
        defer {
            line.removeAll(keepingCapacity: true)
            isTooLong = false
        }
        guard isTooLong || !line.isEmpty else { return nil }
        count += 1
        return isTooLong ? .tooLong : .text(String(decoding: line, as: UTF8.self))
    }

    private func read() throws(StreamError) -> ArraySlice<UInt8> {
        try FileBytes.read(descriptor, upTo: Self.chunk, name: .standardInput)[...]
    }
}

/// A non-empty line of standard input.
package enum InputLine: Sendable, Hashable {
    /// The text without its line end; bytes that are not UTF-8 are replaced by U+FFFD.
    case text(String)
    /// A line that is longer than a reading may be, which was discarded.
    case tooLong
}
