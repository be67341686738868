import Barcodes
import Testing
import TransferLog
import Vocabulary

@testable import Circulation

/// Files of terminals, parsed and taken as tests say.
enum BatchBed {
    static let utc = LocalClock(secondsEastOfUTC: 0)

    static func parse(
        _ text: String,
        dates: BatchOptions.DateOrder? = nil,
        clock: LocalClock = utc
    ) throws -> BatchFile {
        try BatchFile(parsing: Array(text.utf8), options: BatchOptions(dates: dates, clock: clock))
    }

    /// The reason for which a file is not taken, and its line; nil when it is.
    static func refusal(
        _ text: String,
        dates: BatchOptions.DateOrder? = nil,
        clock: LocalClock = utc
    ) -> (line: Int, reason: String)? {
        do {
            _ = try parse(text, dates: dates, clock: clock)
            return nil
        } catch BatchFileError.wrongLine(let line, let reason) {
            return (line, reason)
        } catch {
            return (0, "\(error)")
        }
    }

    /// When each line was read, in the order of the file.
    static func times(_ text: String, dates: BatchOptions.DateOrder? = nil, clock: LocalClock = utc) throws -> [String]
    {
        try parse(text, dates: dates, clock: clock).lines.map { $0.occurredAt?.rfc3339 ?? "none" }
    }

    /// The codes in the order in which they were read.
    static func replayed(_ text: String, clock: LocalClock = utc) throws -> [String] {
        try parse(text, clock: clock).replayed.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    static func take(
        _ text: String,
        in scratch: ScratchCirculation,
        dates: BatchOptions.DateOrder? = .dayFirst,
        scanner: String? = nil,
        repetition: BatchRepetition = .detected
    ) async throws -> BatchReport {
        try await scratch.circulation.take(
            parse(text, dates: dates),
            station: try #require(StationName("portable")),
            scanner: scanner.flatMap { ScannerName($0) },
            principal: .user(1000),
            repetition: repetition
        )
    }

    /// A word for what became of each line, in the order in which they were replayed.
    static func kinds(_ report: BatchReport) -> [String] {
        report.lines.map { taken in
            switch taken.fate {
            case .interpreted(let outcome): outcome.kind
            case .before: "before"
            case .refused(let refusal): "not stored: \(refusal.kind.rawValue)"
            }
        }
    }

    /// The shelf that a box is on.
    static func shelf(of box: Barcode, in scratch: ScratchCirculation) async throws -> String {
        try await scratch.circulation.whereabouts(of: box).path.last ?? "nowhere"
    }
}

/// Two shelves and four boxes.
struct BatchStock {
    let shelves: [Barcode]
    let boxes: [Barcode]

    init(in scratch: ScratchCirculation) async throws {
        shelves = [
            try await scratch.add(.location, "One"), try await scratch.add(.location, "Two"),
            try await scratch.add(.location, "Three"),
        ]
        var boxes: [Barcode] = []
        for _ in 0..<4 { boxes.append(try await scratch.add(.container)) }
        self.boxes = boxes
    }
}
