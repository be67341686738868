import Testing

@testable import ImageEngine

@Suite("Pages on which nothing can be seen")
struct BlankPageTests {
    /// A sheet of A4 at 100 dots an inch with `level` as its paper.
    private func sheet(_ level: UInt8 = 250) throws -> GreyImage {
        let page = try GreyImage(width: 827, height: 1169)
        page.pixels.update(repeating: level)
        return page
    }

    private func fill(_ page: borrowing GreyImage, _ columns: Range<Int>, _ rows: Range<Int>, _ level: UInt8) {
        for row in rows { for column in columns { page.pixels[row * page.width + column] = level } }
    }

    @Test func paperIsBlankWhateverItsShade() throws {
        for level: UInt8 in [255, 250, 200, 120] {
            let page = try sheet(level)
            let pageIsBlank = page.showsNothing
            #expect(pageIsBlank)
        }
    }

    @Test func dustShadowsAndPunchHolesAreNoWriting() throws {
        let page = try sheet()
        fill(page, 400..<402, 500..<503, 0)
        fill(page, 0..<20, 0..<1169, 60)
        fill(page, 30..<52, 400..<422, 0)
        let pageIsBlank = page.showsNothing
        #expect(pageIsBlank)
    }

    @Test func printThatShowsThroughIsNoWriting() throws {
        let page = try sheet()
        fill(page, 100..<700, 300..<320, 235)
        let pageIsBlank = page.showsNothing
        #expect(pageIsBlank)
    }

    @Test func aLineOfTypeOrAFaintStampIsWriting() throws {
        let typed = try sheet()
        for letter in 0..<12 { fill(typed, 300 + 8 * letter..<302 + 8 * letter, 600..<610, 40) }
        let typedIsBlank = typed.showsNothing
        #expect(!typedIsBlank)
        let stamped = try sheet()
        fill(stamped, 500..<560, 200..<204, 215)
        let stampedIsBlank = stamped.showsNothing
        #expect(!stampedIsBlank)
        let black = try sheet(0)
        fill(black, 100..<700, 100..<900, 255)
        let blackIsBlank = black.showsNothing
        #expect(!blackIsBlank)
    }
}
