import Localization
import Vocabulary

@testable import ReadingFiles

/// Files of terminals, parsed as tests say.
enum FileBed {
    static let utc = LocalClock(secondsEastOfUTC: 0)

    static func parse(
        _ text: String,
        dates: ReadingFileOptions.DateOrder? = nil,
        clock: LocalClock = utc
    ) throws -> ReadingFile {
        try ReadingFile(parsing: Array(text.utf8), options: ReadingFileOptions(dates: dates, clock: clock))
    }

    /// The reason for which a file is not taken, and its line; nil when it is.
    static func refusal(
        _ text: String,
        dates: ReadingFileOptions.DateOrder? = nil,
        clock: LocalClock = utc
    ) -> (line: Int, reason: String)? {
        do {
            _ = try parse(text, dates: dates, clock: clock)
            return nil
        } catch ReadingFileError.wrongLine(let line, let reason) {
            return (line, reason.english)
        } catch {
            return (0, "\(error)")
        }
    }

    /// When each line was read, in the order of the file.
    static func times(
        _ text: String,
        dates: ReadingFileOptions.DateOrder? = nil,
        clock: LocalClock = utc
    ) throws -> [String] {
        try parse(text, dates: dates, clock: clock).lines.map { $0.occurredAt?.rfc3339 ?? "none" }
    }

    /// The codes in the order in which they were read.
    static func replayed(_ text: String, clock: LocalClock = utc) throws -> [String] {
        try parse(text, clock: clock).replayed.map { String(decoding: $0.bytes, as: UTF8.self) }
    }
}
