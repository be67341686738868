import Testing

@testable import Intake

@Suite("Names as people order them")
struct NaturalNameTests {
    @Test(arguments: [
        ["Scan 1.pdf", "Scan 2.pdf", "Scan 10.pdf", "Scan 11.pdf", "Scan 100.pdf"],
        ["scan0009.TIF", "SCAN0010.tif", "Scan11.tif"],
        ["scan.pdf", "scan (1).pdf", "scan (2).pdf", "scan (10).pdf"],
        ["scan.pdf", "scan_1.pdf", "scan-2.pdf", "scan 3.pdf"],
        ["Scan 1.pdf", "Scan 1 (1).pdf", "Scan 1 (2).pdf", "Scan 2.pdf", "Scan 10.pdf"],
        ["Box 2 Page 9.pdf", "Box 2 Page 10.pdf", "Box 10 Page 1.pdf"],
        ["2026-11-29 page 3.pdf", "2026-11-29 page 12.pdf", "2026-12-01 page 1.pdf"],
        ["20261129T101500Z.pdf", "20261129T101501Z.pdf", "20261130T000000Z.pdf"],
        ["doc00099999999999999999998.pdf", "doc00099999999999999999999.pdf", "doc100000000000000000000.pdf"],
        ["29.11.2026 2.pdf", "29.11.2026 10.pdf"], ["1.tif", "2.tif", "10.tif"], ["IMG_1.jpg", "IMG_2.pdf"],
    ])
    func seriesAreOrderedByTheirNumbers(names: [String]) {
        let parsed = names.map { NaturalName($0) }
        #expect(Set(parsed.map(\.series)).count == 1)
        #expect(zip(parsed, parsed.dropFirst()).allSatisfy { $0.precedes($1) && !$1.precedes($0) })
    }

    /// Days before the month or after it, clocks of twelve hours, and numbers drawn at random have no order to rely on.
    @Test(arguments: [
        ("a.pdf", "b.pdf"), ("cover.pdf", "page.pdf"), ("29.11.2026.pdf", "01.12.2026.pdf"),
        ("11-29-2026 1.pdf", "12-01-2026 1.pdf"), ("29112026.pdf", "01122026.pdf"),
        ("Scan 12.55 PM.pdf", "Scan 1.05 pm.pdf"), ("scan_7f3a9c1.pdf", "scan_1f4a8c2.pdf"),
        ("Scan 1.pdf", "Fax 2.pdf"), ("Scan 1 of 2.pdf", "Scan 1.pdf"),
    ])
    func otherNamesAreNotCompared(pair: (String, String)) {
        #expect(NaturalName(pair.0).series != NaturalName(pair.1).series)
    }

    @Test(arguments: ["", ".", "..", "()", "(1)", "-.pdf", "\u{202E}1", "١٢.pdf", "é1.pdf", "e\u{301}1.pdf"])
    func anyNameIsTaken(name: String) {
        let parsed = NaturalName(name)
        #expect(!parsed.precedes(parsed))
    }

    @Test(arguments: [
        ("scan.pdf", FileNameKind.final), ("scan.pdf.part", .draft(name: "scan.pdf")),
        ("scan.pdf.FilePart", .draft(name: "scan.pdf")), (".scan.pdf.Xy12", .draft(name: "scan.pdf.Xy12")),
        ("scan.pdf~", .draft(name: "scan.pdf")), ("scan.crdownload", .draft(name: "scan")), ("Thumbs.db", .leftover),
        (".DS_Store", .leftover), ("._scan.pdf", .leftover), ("~$letter.docx", .leftover), (".nfs000012", .leftover),
        (".smbdelete01", .leftover), ("desktop.ini", .leftover),
    ])
    func namesSayWhatAFileIs(example: (String, FileNameKind)) {
        #expect(FileNameKind(example.0) == example.1)
    }
}
