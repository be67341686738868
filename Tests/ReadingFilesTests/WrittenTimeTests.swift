import Testing
import Vocabulary

@testable import ReadingFiles

/// A time is understood, or the file is refused; it is never left out.
@Suite struct WrittenTimeTests {
    @Test(arguments: [
        ("11/25/2025 2:41:03 PM", "2025-11-25T14:41:03"), ("11/25/2025 2:41:03 p.m.", "2025-11-25T14:41:03"),
        ("11/25/2025 02:41pm", "2025-11-25T14:41:00"), ("11/25/2025 12:05 AM", "2025-11-25T00:05:00"),
        ("11/25/2025 12:05\u{202F}PM", "2025-11-25T12:05:00"), ("11/25/2025 2:41:03 P", "2025-11-25T14:41:03"),
        ("31.01.2025 13:45", "2025-01-31T13:45:00"), ("31.1.2025, 13:45:01", "2025-01-31T13:45:01"),
        ("31.01.25 13:45", "2025-01-31T13:45:00"), ("\"Jan 31, 2025 1:45:00 PM\"", "2025-01-31T13:45:00"),
        ("31-Jan-25 13:45", "2025-01-31T13:45:00"), ("31 January 2025 13:45", "2025-01-31T13:45:00"),
        ("Fri Jan 31 13:45:00 2025", "2025-01-31T13:45:00"), ("Fri, 31 Jan 2025 13:45:00 +0100", "2025-01-31T12:45:00"),
        ("2025/01/31T13:45", "2025-01-31T13:45:00"), ("2025-1-31 13:45", "2025-01-31T13:45:00"),
        ("2025.01.31 13:45", "2025-01-31T13:45:00"), ("20250131134500", "2025-01-31T13:45:00"),
        ("20250131T134500Z", "2025-01-31T13:45:00"), ("2025-01-31 24:00", "2025-02-01T00:00:00"),
        ("2025-01-31T13:45:00+0100", "2025-01-31T12:45:00"), ("2025-01-31T13:45:00-07", "2025-01-31T20:45:00"),
        ("2025-01-31 13:45 MST", "2025-01-31T20:45:00"), ("2025-01-31 13:45:00 UTC", "2025-01-31T13:45:00"),
        ("2025-01-31 13:45:00.25 GMT+1", "2025-01-31T12:45:00"), ("13/01/2025 13:45", "2025-01-13T13:45:00"),
        ("1738331100", "2025-01-31T13:45:00"), ("1738331100000", "2025-01-31T13:45:00"),
        ("45688.572916667", "2025-01-31T13:45:00"), ("13:45:00 31.01.2025", "2025-01-31T13:45:00"),
        ("2025-01-31-13.45.00", "2025-01-31T13:45:00"), ("2025-01-31 13:45:00 +01:00", "2025-01-31T12:45:00"),
    ])
    func usualTimesAreUnderstood(text: String, instant: String) throws {
        let times = try FileBed.times(
            "barcode,time\nA,\(text.contains(",") && !text.hasPrefix("\"") ? "\"\(text)\"" : text)"
        )
        #expect(times.map { String($0.prefix(19)) } == [instant])
    }

    /// What stands in several columns is one time.
    @Test(arguments: [
        ("A,2:41:03,PM,11/25/2025", "2025-11-25T14:41:03"), ("A,11/25/2025,2:41:03 PM", "2025-11-25T14:41:03"),
        ("A,2025-11-25,14:41:03,+01:00", "2025-11-25T13:41:03"), ("A;25.11.2025;14:41:03,250", "2025-11-25T14:41:03"),
        ("barcode;date;time\nA;45986;0,5", "2025-11-25T12:00:00"),
        ("barcode,date,time\nA,11/25/2025,2:41:03 PM", "2025-11-25T14:41:03"),
        ("barcode,time (UTC)\nA,2025-11-25 14:41:03", "2025-11-25T14:41:03"),
    ])
    func aTimeInSeveralColumnsIsOne(text: String, instant: String) throws {
        #expect(try FileBed.times(text).map { String($0.prefix(19)) } == [instant])
    }

    @Test func theStatedOrderOfDatesIsNotOverruled() throws {
        let text = "LC000000002F,11/25/2025 2:41:03 PM\nBX0000000014,11/25/2025 2:41:13 PM"
        let refusal = try #require(FileBed.refusal(text, dates: .dayFirst))
        #expect(refusal.line == 1)
        #expect(refusal.reason.contains("11/25/2025 2:41:03 PM"))
        #expect(refusal.reason.contains("mdy"))
        #expect(try FileBed.times(text, dates: .monthFirst).first?.hasPrefix("2025-11-25T14:41:03") == true)
        // One day that can be no month settles the order of all.
        let mixed = "A,03/11/2025 10:00\nB,25/11/2025 10:00"
        #expect(try FileBed.times(mixed).first?.hasPrefix("2025-11-03") == true)
    }

    @Test(arguments: [
        ("A,2025-11-21 10:00\nB,2025-13-01 10:00", 2, "2025-13-01 10:00"),
        ("A,2025-02-30 10:00", 1, "2025-02-30 10:00"),
        ("A,2025-11-21 25:00", 1, "25:00"), ("A,13/13/2025 10:00", 1, "13/13/2025"),
        ("A,2025-11-21 10:00\nB,soon", 2, "soon"), ("A,25/11/2025 10:00\nB,11/25/2025 10:00", 2, "11/25/2025"),
        ("barcode,time\nA,yesterday", 2, "yesterday"), ("barcode,time\nA,2025-W48-5 10:00", 2, "2025-W48-5"),
        ("barcode,time\nA,13:45 AM 31.01.2025", 2, "13:45 AM"), ("barcode,time\nA,2025-11-21 10:00 IST", 2, "IST"),
        ("A,2025-11-21 13:45 AM", 1, "13:45 AM"), ("barcode,time\nA,05/06/2025 10:00", 2, "05/06/2025"),
        ("barcode,time\nA,05/06/07 10:00", 2, "05/06/07"), ("barcode,time\nA,2025-11-21", 2, "2025-11-21"),
        ("A,14:41:03", 1, "14:41:03"), ("barcode,time\nA,173833110", 2, "173833110"),
        ("A,2025-W48-5 10:00\nB,2025-W48-5 10:01", 1, "2025-W48-5"), ("A,31 Foo 2025 10:00", 1, "31 Foo 2025"),
    ])
    func otherTimesAreRefusedWithLineAndValue(text: String, line: Int, value: String) throws {
        let refusal = try #require(FileBed.refusal(text))
        #expect(refusal.line == line)
        #expect(refusal.reason.contains(value))
    }

    /// A column that a header does not explain may be the time.
    @Test(arguments: [
        ("Strichcode;Zeitpunkt\nA;2025-11-21 10:00", 1), ("barcode;Zeitpunkt\nA;2025-11-21 10:00", 1),
        ("Strichcode;Wann;Wer\nLC000000002F;x;y", 1), ("barcode,time\nA,2025-11-21 10:00,7", 2),
        ("barcode,barcode\nA,B", 1), ("time,x\n2025-11-21 10:00,A", 1),
    ])
    func aHeaderThatNamesNoneOfTheColumnsIsRefused(text: String, line: Int) throws {
        #expect(try #require(FileBed.refusal(text)).line == line)
    }

    @Test(arguments: [
        ("barcode,qty\nA,2", 2, "2"), ("barcode,quantity\nA,-1", 2, "-1"), ("barcode,qty\nA,many", 2, "many"),
        ("barcode,symbology\nA,Klingon 39", 2, "Klingon 39"), ("barcode,role\nA,boss", 2, "boss"),
        ("barcode,scanner\nA,\(String(repeating: "x", count: 200))", 2, "xxx"),
        ("barcode,station\nA,vault 7", 2, "vault 7"),
        ("barcode,scanner\nA,t1\nB,", 3, "scanner"),
    ])
    func otherValuesAreRefusedWithLineAndValue(text: String, line: Int, value: String) throws {
        let refusal = try #require(FileBed.refusal(text))
        #expect(refusal.line == line)
        #expect(refusal.reason.contains(value))
    }

    @Test func textInAnotherEncodingIsNotGuessedAt() throws {
        func scanner(_ bytes: [UInt8]) throws -> String? {
            let file = Array("barcode,scanner\nA,".utf8) + bytes
            return try ReadingFile(parsing: file, options: ReadingFileOptions()).lines.first?.scanner?.text
        }
        #expect(try scanner(Array("Büro".utf8)) == "Büro")
        #expect(try scanner([0x42, 0xFC, 0x72, 0x6F]) == "Büro")
        // The same in the code pages of DOS and of Windows' quotation marks: no Latin-1.
        #expect(throws: ReadingFileError.self) { try scanner([0x42, 0x81, 0x72, 0x6F]) }
        #expect(throws: ReadingFileError.self) { try scanner([0x93, 0x41, 0x94]) }
    }

    /// Newest first, to the minute: what has the same minute was read in the reverse order of the file.
    @Test func anExportThatIsSortedNewestFirstIsTurnedRound() throws {
        let rows = "D,2025-11-27 14:42\nC,2025-11-27 14:41\nB,2025-11-27 14:41\nA,2025-11-27 14:40"
        #expect(try FileBed.replayed(rows) == ["A", "B", "C", "D"])
        #expect(
            try FileBed.replayed(rows.split(separator: "\n").reversed().joined(separator: "\n")) == [
                "A", "B", "C", "D",
            ]
        )
        let minute = "B,2025-11-27 14:41\nA,2025-11-27 14:41"
        #expect(try FileBed.replayed(minute) == ["B", "A"])
        #expect(
            FileBed.refusal("A,2025-11-27 14:41\nB,2025-11-27 14:43\nC,2025-11-27 14:42\nD,2025-11-27 14:42") != nil
        )
    }
}
