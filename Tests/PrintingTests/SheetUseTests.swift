import Foundation
import Labels
import Safekeeping
import Testing

@testable import Printing

@Suite struct SheetUseTests {
    private static let yaml = """
        name: sheet
        media: {width: 60, height: 30}
        sheet: {page: {width: 130, height: 70}, columns: 2, rows: 2, left: 5, top: 5, across: 60, down: 30}
        elements:
          - line: {from: {x: 1, y: 1}, to: {x: 9, y: 1}, thickness: 1}
        """

    private static func sheets(at path: String) throws -> SheetUse {
        let file = SmallFile(path: path)
        return try SheetUse(stored: file.read()) { try file.write($0) }
    }

    private func withSheets(_ body: (SheetUse, String, LabelTemplate) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.path + "/sheets-\(UUID().uuidString).json"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(Self.sheets(at: path), path, LabelTemplate(parsing: Self.yaml))
    }

    @Test func theNextLabelsBeginBehindThoseBefore() throws {
        try withSheets { sheets, path, template in
            #expect(sheets.used(of: template, on: "office") == [])
            try sheets.note(3, after: [], of: template, on: "office")
            #expect(sheets.used(of: template, on: "office") == [1, 2, 3])
            // Each printer has its own, and it survives a restart.
            #expect(sheets.used(of: template, on: "desk") == [])
            let again = try Self.sheets(at: path)
            #expect(again.sheets == [SheetUse.Sheet(template: "sheet", printer: "office", used: [1, 2, 3])])
            // Six more: one fills the sheet, four fill another, one begins a third.
            try again.note(6, after: again.used(of: template, on: "office"), of: template, on: "office")
            #expect(again.used(of: template, on: "office") == [1])
            try again.note(3, after: [1], of: template, on: "office")
            #expect(again.sheets.isEmpty)
        }
    }

    /// A job that did not print gives its cells back.
    @Test func cellsAreGivenBack() throws {
        try withSheets { sheets, path, template in
            try sheets.note(1, after: [], of: template, on: "office")
            try sheets.note(2, after: [1], of: template, on: "office")
            try sheets.keep([1], of: template, on: "office")
            #expect(try Self.sheets(at: path).used(of: template, on: "office") == [1])
            try sheets.keep([], of: template, on: "office")
            #expect(sheets.sheets.isEmpty)
        }
    }

    @Test func aFreshSheetIsEmpty() throws {
        try withSheets { sheets, _, template in
            try sheets.note(2, after: [], of: template, on: "office")
            try sheets.note(1, after: [], of: template, on: "desk")
            #expect(try sheets.forget("sheet", on: "office"))
            #expect(try !sheets.forget("sheet", on: "office"))
            #expect(sheets.used(of: template, on: "office") == [])
            #expect(sheets.used(of: template, on: "desk") == [1])
            #expect(try sheets.forget("sheet", on: nil))
            #expect(sheets.sheets.isEmpty)
        }
    }

    /// Only the last job of a run may leave a sheet in part.
    @Test func jobsEndWithASheet() throws {
        try withSheets { _, _, template in
            #expect(template.labels(inJobOf: 10, used: [], copies: 1) == 8)
            #expect(template.labels(inJobOf: 10, used: [1], copies: 1) == 7)
            #expect(template.labels(inJobOf: 1, used: [1], copies: 1) == 3)
            #expect(template.labels(inJobOf: 10, used: [], copies: 2) == 4)
            #expect(template.labels(inJobOf: 1, used: [1, 2, 3], copies: 5) == 1)
            #expect(template.jobCopies(5) == 1)
        }
    }

    @Test func aBrokenFileIsToldAtTheStart() throws {
        try withSheets { _, path, _ in
            try Data("[{".utf8).write(to: URL(filePath: path))
            #expect(throws: (any Error).self) { try Self.sheets(at: path) }
        }
    }
}
