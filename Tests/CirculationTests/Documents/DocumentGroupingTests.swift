import Testing
import Vocabulary

@testable import Circulation

@Suite("Which page belongs to what")
struct DocumentGroupingTests {
    private let smith = EntityID(rawValue: 7)
    private let jones = EntityID(rawValue: 9)

    private func parts(
        _ pages: [Set<EntityID>],
        _ rule: SeparationRule = .coverSheets,
        open: EntityID? = nil
    ) throws -> [[Int]] {
        try DocumentGrouping(rule: rule, open: open).parts(of: pages.map { PageCodes(things: $0) }).map {
            [Int($0.subject.rawValue), $0.firstPage, $0.pages]
        }
    }

    @Test func aCoverSheetOpensADocument() throws {
        #expect(try parts([[smith], [], []]) == [[7, 1, 3]])
        #expect(try parts([[smith], [], [jones], [jones], []]) == [[7, 1, 2], [9, 3, 3]])
        #expect(try parts([[smith], [jones], [smith]]) == [[7, 1, 1], [9, 2, 1], [7, 3, 1]])
    }

    @Test func pagesBeforeItBelongToWhatIsOpen() throws {
        #expect(try parts([[], []], open: jones) == [[9, 1, 2]])
        #expect(try parts([[], [smith], []], open: jones) == [[9, 1, 1], [7, 2, 2]])
        #expect(try parts([[jones], []], open: jones) == [[9, 1, 2]])
    }

    @Test func whatIsNotPlainIsRefused() {
        #expect(throws: Refusal.self) { try parts([[], [smith]]) }
        #expect(throws: Refusal.self) { try parts([[smith, jones]]) }
        #expect(throws: Refusal.self) { try parts([]) }
        #expect(throws: Refusal.self) { try parts([[smith], [jones]], .files) }
        #expect(throws: Refusal.self) { try parts([[], []], .files, open: smith) }
    }

    /// Whether each part is a cover sheet without pages behind it; -1 stands for a blank page.
    private func alone(_ pages: [Int]) throws -> [Bool] {
        let codes = pages.map { page in
            page > 0 ? PageCodes(things: [EntityID(rawValue: Int64(page))]) : PageCodes(isBlank: page < 0)
        }
        return try DocumentGrouping(rule: .coverSheets, open: nil).parts(of: codes).map(\.isCoverSheetAlone)
    }

    @Test func theBlankBackOfACoverSheetIsNoPageBehindIt() throws {
        #expect(try alone([7]) == [true])
        #expect(try alone([7, -1]) == [true])
        #expect(try alone([7, -1, 7, -1]) == [true])
        #expect(try alone([7, -1, 9, -1]) == [true, true])
        #expect(try alone([7, 0]) == [false])
        #expect(try alone([7, 0, -1]) == [false])
        // The blank page of somebody who files blank pages, behind the back of the cover sheet.
        #expect(try alone([7, -1, -1]) == [false])
    }

    @Test func aFileIsOneDocument() throws {
        #expect(try parts([[], [smith], [], [smith]], .files) == [[7, 1, 4]])
    }
}
