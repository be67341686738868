import Localization
import Vocabulary

/// A German catalogue of a few messages, compiled as msgfmt does it.
enum GermanCatalogue {
    /// Returns the localizer of a German reader.
    static func localizer(_ messages: [(context: String?, text: String, translation: String)]) throws -> Localizer {
        let catalogue = try Catalogue(mo: bytes(messages), file: "test.mo")
        guard let german = LanguageTag("de") else { return .english() }
        return Languages(catalogues: [german: catalogue], faults: []).localizer(
            for: LanguagePreferences([german]),
            clock: .utc
        )
    }

    private static func bytes(_ messages: [(context: String?, text: String, translation: String)]) -> [UInt8] {
        let header = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\n"
        let keyed = messages.map { (key: ($0.context.map { $0 + "\u{4}" } ?? "") + $0.text, text: $0.translation) }
        let rows = ([(key: "", text: header)] + keyed).sorted {
            $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
        }
        let start = 28 + 16 * rows.count
        var (table, texts): ([UInt32], [UInt8]) = ([], [])
        for text in rows.map(\.key) + rows.map(\.text) {
            table += [UInt32(text.utf8.count), UInt32(start + texts.count)]
            texts += Array(text.utf8) + [0]
        }
        let count = UInt32(rows.count)
        let head: [UInt32] = [0x9504_12de, 0, count, 28, 28 + 8 * count, 0, 0]
        return (head + table).flatMap { number in
            [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> $0) }
        } + texts
    }
}
