import Barcodes
import ReadingFiles
import Testing
import Vocabulary

@testable import Circulation
@testable import Stations

/// Files of terminals, taken as tests say.
enum BatchBed {
    static func parse(_ text: String, dates: ReadingFileOptions.DateOrder? = nil) throws -> ReadingFile {
        let options = ReadingFileOptions(dates: dates, clock: LocalClock(secondsEastOfUTC: 0))
        return try ReadingFile(parsing: Array(text.utf8), options: options)
    }

    static func take(
        _ text: String,
        in scratch: ScratchCirculation,
        dates: ReadingFileOptions.DateOrder? = .dayFirst,
        scanner: String? = nil,
        repetition: UploadRepetition = .detected
    ) async throws -> UploadReport {
        try await scratch.circulation.take(
            parse(text, dates: dates),
            station: try #require(StationName("portable")),
            scanner: scanner.flatMap { ScannerName($0) },
            principal: .user(1000),
            repetition: repetition
        )
    }

    /// A word for what became of each line, in the order in which they were replayed.
    static func kinds(_ report: UploadReport) -> [String] {
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
