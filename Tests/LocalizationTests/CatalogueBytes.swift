@testable import Localization

/// Writes compiled catalogues, as msgfmt does, and faulty ones, as it does not.
struct CatalogueBytes {
    static let header = """
        Content-Type: text/plain; charset=UTF-8
        Language: de_DE
        Plural-Forms: nplurals=2; plural=(n != 1);

        """

    /// Originals and translations, with NUL between plural forms.
    var messages: [(String, String)] = [
        ("", header), ("{count} page\0{count} pages", "{count} Seite\0{count} Seiten"), ("due", "fällig"),
        ("location\u{4}shelf", "Regal"), ("{item} is at {place}", "Bei {place} ist {item}"),
    ]
    var isBigEndian = false
    var isSorted = true

    var bytes: [UInt8] {
        let key: (String) -> [UInt8] = { Array($0.utf8.prefix { $0 != 0 }) }
        let rows =
            isSorted ? messages.sorted { key($0.0).lexicographicallyPrecedes(key($1.0)) } : messages
        var tables: [[UInt32]] = [[], []]
        var texts: [UInt8] = []
        let start = 28 + 16 * rows.count
        for (index, text) in (rows.map(\.0) + rows.map(\.1)).enumerated() {
            tables[index / max(rows.count, 1)] += [UInt32(text.utf8.count), UInt32(start + texts.count)]
            texts += Array(text.utf8) + [0]
        }
        let count = UInt32(rows.count)
        let head: [UInt32] = [0x9504_12de, 0, count, 28, 28 + 8 * count, 0, 0]
        return (head + tables[0] + tables[1]).flatMap(number) + texts
    }

    func number(_ value: UInt32) -> [UInt8] {
        let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
        return isBigEndian ? bytes : bytes.reversed()
    }

    /// A catalogue of these messages.
    static func catalogue(
        _ messages: [(String, String)],
        plural: String = "nplurals=2; plural=n != 1;"
    ) throws -> Catalogue {
        let header = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: \(plural)\n"
        let bytes = CatalogueBytes(messages: [("", header)] + messages).bytes
        return try Catalogue(mo: bytes, file: "test.mo")
    }
}
