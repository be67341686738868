import Localization
import Testing

/// A message catalogue as msgfmt compiles it.
enum GermanCatalogue {
    /// The languages of a daemon with German translations of these messages.
    static func languages(_ translations: [String: String]) throws -> Languages {
        let header = "Content-Type: text/plain; charset=UTF-8\nLanguage: de\n"
        let catalogue = try Catalogue(mo: bytes(translations.merging(["": header]) { $1 }), file: "de.mo")
        let german = try #require(LanguageTag("de"))
        return Languages(catalogues: [german: catalogue], faults: [])
    }

    private static func bytes(_ translations: [String: String]) -> [UInt8] {
        let rows = translations.sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }
        let count = UInt32(rows.count)
        var numbers: [UInt32] = [0x9504_12de, 0, count, 28, 28 + 8 * count, 0, 0]
        var texts: [UInt8] = []
        for text in rows.map(\.key) + rows.map(\.value) {
            numbers += [UInt32(text.utf8.count), 28 + 16 * count + UInt32(texts.count)]
            texts += Array(text.utf8) + [0]
        }
        return numbers.flatMap { number in [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> $0) } } + texts
    }
}
