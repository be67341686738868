/// A compiled catalogue with the messages of a test.
struct GermanCatalogue {
    /// The originals with their translations; a context precedes its original with U+0004, NUL separates plural forms.
    let messages: [(String, String)]

    /// Writes the file into a directory of its language, for `OUTGUIDE_LOCALE_DIRS`.
    func write(to files: ScratchFiles) throws -> [String: String] {
        try Self.write(bytes, to: files)
    }

    static func write(_ bytes: [UInt8], to files: ScratchFiles) throws -> [String: String] {
        _ = try files.makeDirectory("de")
        _ = try files.makeDirectory("de/LC_MESSAGES")
        _ = try files.write(bytes, to: "de/LC_MESSAGES/outguide.mo")
        return ["LC_ALL": "de_DE.UTF-8", "OUTGUIDE_LOCALE_DIRS": files.path]
    }

    private var bytes: [UInt8] {
        let header = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\n"
        let key: (String) -> [UInt8] = { Array($0.utf8.prefix { $0 != 0 }) }
        let rows = ([("", header)] + messages).sorted { key($0.0).lexicographicallyPrecedes(key($1.0)) }
        var (tables, texts): ([UInt32], [UInt8]) = ([], [])
        for text in rows.map(\.0) + rows.map(\.1) {
            tables += [UInt32(text.utf8.count), UInt32(28 + 16 * rows.count + texts.count)]
            texts += Array(text.utf8) + [0]
        }
        let count = UInt32(rows.count)
        let head: [UInt32] = [0x9504_12de, 0, count, 28, 28 + 8 * count, 0, 0]
        return (head + tables).flatMap { number in [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> $0) } }
            + texts
    }
}
