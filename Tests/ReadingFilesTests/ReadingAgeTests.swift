import Localization
import Testing
import Vocabulary

@testable import ReadingFiles

/// Times that no terminal with a right clock shows.
@Suite struct ReadingAgeTests {
    private static func parse(_ text: String, acceptsOldTimes: Bool = false) throws -> ReadingFile {
        let options = ReadingFileOptions(
            clock: FileBed.utc,
            acceptsOldTimes: acceptsOldTimes,
            now: Timestamp(rfc3339: "2026-11-29T12:00:00Z")
        )
        return try ReadingFile(parsing: Array(text.utf8), options: options)
    }

    /// A terminal whose battery was empty begins again at the first day that it knows.
    @Test(arguments: ["A,2000-01-01 00:00:10", "barcode,time\nA,1000000000", "DATE000101\nTIME000010\nSA"])
    func readingsOfYearsAgoAreRefusedUnlessSomebodySaysTheyAreRight(text: String) throws {
        do {
            _ = try Self.parse(text)
            Issue.record("taken: \(text)")
        } catch ReadingFileError.wrongLine(_, let reason) {
            #expect(reason.english.contains("--old"))
        }
        #expect(try Self.parse(text, acceptsOldTimes: true).lines.count == 1)
        #expect(try Self.parse("A,2025-11-29 10:00").lines.count == 1)
    }

    /// With two digits the year may come first, but not one that is to come.
    @Test func aYearOfTwoDigitsIsNotToCome() throws {
        let times = try Self.parse("A,27/11/26 14:41").lines.map { $0.occurredAt?.rfc3339.prefix(16) }
        #expect(times == ["2026-11-27T14:41"])
        #expect(throws: ReadingFileError.self) { try Self.parse("A,25/11/26 14:41") }
    }

    @Test func columnsMayBeNamed() throws {
        let columns: [ColumnMeaning] = [.code, .scanner, .ignored, .time]
        let options = ReadingFileOptions(clock: FileBed.utc, columns: columns)
        let rows = "A,7,2,2025-11-27 14:41\nB,8,2,2025-11-27 14:42\n"
        for text in [rows, "Strichcode,Nr,Anzahl,Zeitpunkt\n" + rows] {
            let file = try ReadingFile(parsing: Array(text.utf8), options: options)
            #expect(file.lines.map { $0.scanner?.text } == ["7", "8"])
            #expect(file.hasTimes)
        }
        #expect(ColumnMeaning(header: "Serial No.") == .scanner)
        #expect(ColumnMeaning(header: "-") == .ignored)
        #expect(ColumnMeaning(header: "Zeitpunkt") == nil)
    }
}
