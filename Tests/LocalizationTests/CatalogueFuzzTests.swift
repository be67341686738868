import TestSupport
import Testing
import Vocabulary

@testable import Localization

/// Whatever is in a file, it is read or refused, in bounded time.
@Suite struct CatalogueFuzzTests {
    @Test(arguments: [1, 2, 3, 4] as [UInt64]) func changedBytes(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let whole = CatalogueBytes(isBigEndian: seed % 2 == 0).bytes
        var (read, refused) = (0, 0)
        for _ in 0..<1_000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let index = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                case 2: bytes.removeSubrange(index...)
                default: bytes.insert(contentsOf: bytes.prefix(index).suffix(9), at: index)
                }
                if bytes.isEmpty { break }
            }
            if let catalogue = try? Catalogue(mo: bytes, file: "fuzz.mo") {
                read += 1
                use(catalogue)
            } else {
                refused += 1
            }
        }
        #expect(read > 10 && refused > 100, "\(read) read, \(refused) refused")
    }

    /// Looks everything up.
    private func use(_ catalogue: Catalogue) {
        let localizer = Localizer(.catalogue(catalogue), format: LocaleFormat(.english), clock: .utc)
        for original in catalogue.originals {
            _ = catalogue.translation(of: original.text, context: original.context)
            let message = Message(
                MessageText(stringLiteral: original.text),
                plural: MessageText(stringLiteral: original.plural ?? original.text),
                count: 3,
                context: original.context
            )
            _ = localizer.text(of: message, now: .latest)
        }
        _ = catalogue.unusable
    }

    @Test(arguments: [5, 6] as [UInt64]) func pluralExpressions(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let parts = [
            "n", "0", "1", "10", "100", "?", ":", "||", "&&", "==", "!=", "<", ">", "<=", "%", "/", "+", "-", "*", "!",
            "(", ")", " ", "x",
        ]
        var parsed = 0
        for _ in 0..<4_000 {
            let count = Int.random(in: 1...9, using: &generator)
            let text = (0..<count).compactMap { _ in parts.randomElement(using: &generator) }.joined()
            guard let expression = PluralParser.expression(text) else { continue }
            parsed += 1
            for n: UInt64 in [0, 1, 2, 99, .max] { _ = try? expression.value(n) }
        }
        #expect(parsed > 50)
    }

    @Test func deepAndLongExpressionsAreRefused() {
        #expect(
            PluralParser.expression(String(repeating: "(", count: 31) + "n" + String(repeating: ")", count: 31)) != nil
        )
        #expect(
            PluralParser.expression(String(repeating: "(", count: 400) + "n" + String(repeating: ")", count: 400))
                == nil
        )
        #expect(PluralParser.expression(String(repeating: "!", count: 900) + "n") == nil)
        #expect(PluralParser.expression(String(repeating: "n?", count: 300) + "n") == nil)
        #expect(PluralParser.expression(String(repeating: "n+", count: 499) + "n") != nil)
        #expect(PluralParser.expression(String(repeating: "n+", count: 501) + "n") == nil)
    }
}
