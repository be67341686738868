import Barcodes
import Localization
import TestSupport
import Testing

@testable import Labels

/// Broken templates and hostile fields: an error, or a label that reads back; never anything else, and soon.
@Suite struct LabelFuzzTests {
    private static let words = [
        "0", "-1", "1e309", "999999", "0.0001", "nan", "\"\"", "[]", "{}", "~", "true", "{barcode}", "{title}",
        "qr", "code39", "datamatrix", "\u{202E}", "\u{0}", "- ", ": ", "#", "{{{", "}}}", "&a", "*a", "!!binary",
        "turn: 90", "fill: black",
    ]

    @Test(arguments: 0..<8 as Range<UInt64>)
    func templatesAreRefusedOrWork(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let scratch = try ScratchDirectory()
        let renderer = LabelRenderer()
        var worked = 0
        var refused = 0
        for round in 0..<60 {
            let name = try #require(Samples.shipped.names().randomElement(using: &random))
            var bytes = Array(try Samples.text(of: name).utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) { Self.spoil(&bytes, using: &random) }
            do throws(LabelTemplateError) {
                let template = try LabelTemplate(parsing: String(decoding: bytes, as: UTF8.self))
                guard template.page.width * template.page.height < 20_000 else { continue }
                let content = try? Samples.full(serial: round, title: Self.field(using: &random))
                do throws(LabelError) {
                    _ = try await renderer.pdf([content ?? Samples.checkpoint], template: template)
                    worked += 1
                } catch {
                    #expect(error.description.hasPrefix("cannot "))
                }
            } catch {
                refused += 1
                #expect(error.line >= 1)
                #expect(!error.reason.english.isEmpty)
            }
        }
        #expect(worked + refused > 20, "\(worked) \(refused) \(scratch.path)")
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func hostileFieldsLeaveTheSymbolAlone(seed: UInt64) async throws {
        var random = SeededGenerator(seed: 1_000 + seed)
        let renderer = LabelRenderer()
        let scratch = try ScratchDirectory()
        for name in ["box-100x50", "spine", "folder-top-tab", "badge"] {
            let template = try Samples.shipped.template(named: name)
            var title = "A" + Self.field(using: &random)
            // What no font has is refused by name: without it the label is drawn. A mark may lose its letter by that.
            for _ in 0..<4 {
                let hostile = try Samples.full(serial: Int(seed), title: title)
                do throws(LabelError) {
                    try await renderer.check([hostile], template: template)
                    break
                } catch {
                    guard case .missingGlyphs(let missing, _) = error else { throw error }
                    title.unicodeScalars.removeAll { missing.contains($0) }
                }
            }
            let content = try Samples.full(serial: Int(seed), title: title)
            let page = try #require(try await renderer.rasters([content], template: template).first)
            let read = try await ExternalProgram.texts(in: scratch.write(page.png(), as: "page.png"))
            #expect(Set(read) == Set([content.barcode?.text].compactMap(\.self)))
            _ = try await renderer.pdf([content], template: template)
        }
    }

    private static func spoil(_ bytes: inout [UInt8], using random: inout SeededGenerator) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...20, using: &random)))
        case 2: bytes.insert(contentsOf: (words.randomElement(using: &random) ?? "").utf8, at: place)
        case 3:
            // Another number in the place of one.
            guard let digit = bytes[place...].firstIndex(where: { (48...57).contains($0) }) else { return }
            let end = bytes[digit...].firstIndex { !(48...57).contains($0) } ?? bytes.count
            bytes.replaceSubrange(digit..<end, with: String(Int.random(in: 0...300, using: &random)).utf8)
        default:
            let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
            guard let one = lines.randomElement(using: &random) else { return }
            bytes.insert(contentsOf: [10] + one, at: bytes[place...].firstIndex(of: 10) ?? place)
        }
    }

    /// Letters of any script, marks without letters, controls, directions, and much of it.
    private static func field(using random: inout SeededGenerator) -> String {
        let ranges: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0x00...0x1F, 0xA0...0x24F, 0x300...0x36F, 0x590...0x6FF, 0x900...0xDFF, 0x2000...0x206F,
            0x3000...0x9FFF, 0xFE00...0xFFFF, 0x1F300...0x1FAFF, 0xE0000...0xE01EF,
        ]
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...400, using: &random) {
            guard let range = ranges.randomElement(using: &random) else { continue }
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) { text.append(scalar) }
        }
        return String(text)
    }
}
