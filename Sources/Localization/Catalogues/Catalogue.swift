/// The translations of one language: a compiled message catalogue of GNU gettext.
///
/// Outguide reads these files itself. The functions of the C library serve one locale for a whole process, need that
/// locale to be installed, and find the language by `setlocale`, which no thread may call while others format text. The
/// daemon answers callers of several languages at the same time.
///
/// A catalogue that was read has valid texts and offsets only, so that looking something up cannot fail. Reading costs
/// time and memory in proportion to the file, whatever is in it.
public struct Catalogue: Sendable {
    /// The maximum size of a file, in bytes.
    public static let largest = 4 * 1_048_576
    /// The maximum number of messages.
    public static let mostMessages: UInt32 = 20_000
    /// The maximum length of a message or of all forms of its translation, in bytes.
    public static let longestMessage = 65_536

    /// A message as written in the program.
    public struct Original: Sendable, Hashable {
        public let context: String?
        public let text: String
        /// The English plural; nil if there is none.
        public let plural: String?
    }

    /// The path of the file.
    public let file: String
    /// The language that the header states; nil if it states none.
    public let language: LanguageTag?
    public let pluralRule: PluralRule
    private let object: MachineObject

    /// Reads a compiled catalogue.
    ///
    /// - Parameters:
    ///   - bytes: the content of the file.
    ///   - file: its path, for messages.
    ///
    /// - Throws: ``CatalogueError``, which names the file and what is wrong with it.
    public init(mo bytes: [UInt8], file: String) throws(CatalogueError) {
        do {
            object = try MachineObject(bytes)
        } catch {
            throw CatalogueError(file: file, error.fault)
        }
        self.file = file
        guard let index = object.index(of: []) else { throw CatalogueError(file: file, .noHeader) }
        let header = CatalogueHeader(String(decoding: bytes[object.entries[index].translation], as: UTF8.self))
        guard header.isUTF8 else {
            throw CatalogueError(file: file, .characterSet(header.characterSet ?? "not stated"))
        }
        language = header["language"].flatMap { LanguageTag(posix: String($0)) }
        do {
            pluralRule =
                try header["plural-forms"].map { text throws(PluralRule.Fault) in
                    try PluralRule(header: text)
                } ?? .english
        } catch {
            throw CatalogueError(file: file, .pluralRule(error))
        }
        for (index, entry) in object.entries.enumerated() where entry.key.upperBound < entry.original.upperBound {
            let forms = bytes[entry.translation].count { $0 == 0 } + 1
            guard forms == pluralRule.formCount else { throw CatalogueError(file: file, .formCount(index + 1)) }
        }
    }

    /// The messages of the catalogue, without its header.
    public var originals: [Original] {
        object.entries.compactMap { entry in
            guard !entry.key.isEmpty else { return nil }
            let key = object.bytes[entry.key]
            let end = key.firstIndex(of: Self.contextEnd)
            let plural = object.bytes[entry.original].dropFirst(entry.key.count + 1)
            return Original(
                context: end.map { Self.string(key[..<$0]) },
                text: Self.string(end.map { key[($0 + 1)...] } ?? key),
                plural: entry.key.upperBound < entry.original.upperBound ? Self.string(plural) : nil
            )
        }
    }

    /// Returns the translation of a message; nil if there is none.
    public func translation(of text: String, context: String? = nil) -> String? {
        forms(of: text, context)?.first
    }

    /// Returns the translation of a message about `count` things; nil if there is none.
    public func translation(of text: String, context: String? = nil, count: UInt64) -> String? {
        guard let forms = forms(of: text, context), let form = try? pluralRule.form(of: count),
            forms.indices.contains(form), !forms[form].isEmpty
        else { return nil }
        return forms[form]
    }

    /// Returns every form of the translation, in the order of the rule; nil if there is none.
    public func forms(of text: String, _ context: String? = nil) -> [String]? {
        guard !text.isEmpty else { return nil }
        let key = Array((context.map { $0 + "\u{4}" } ?? "").utf8) + Array(text.utf8)
        guard let index = object.index(of: key) else { return nil }
        let forms = object.bytes[object.entries[index].translation].split(
            separator: 0,
            omittingEmptySubsequences: false
        )
        guard forms.first?.isEmpty == false else { return nil }
        return forms.map(Self.string)
    }

    private static let contextEnd: UInt8 = 4

    private static func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// The header of a catalogue: the translation of the empty message, with lines of the form `Name: value`.
private struct CatalogueHeader {
    private let lines: [Substring]

    init(_ text: String) { lines = text.split(separator: "\n") }

    /// The value of the line with this lower-case name.
    subscript(_ name: String) -> Substring? {
        for line in lines {
            guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == name else { continue }
            let value = line[line.index(after: colon)...].drop(while: \.isWhitespace)
            return value.isEmpty ? nil : value
        }
        return nil
    }

    var characterSet: String? {
        self["content-type"]?.split(separator: "charset=", maxSplits: 1).dropFirst().first.map(String.init)
    }

    var isUTF8: Bool { ["utf-8", "utf8"].contains(characterSet?.lowercased() ?? "") }
}
