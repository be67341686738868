/// An accent key that types nothing until the next key supplies its letter.
struct DeadKey: Equatable {
    /// The range of dead-key keysyms in xkbcommon-keysyms.h.
    static let symbols: ClosedRange<UInt32> = 0xfe50...0xfe93

    /// Maps a letter to the accented letter, and a space to the accent alone where all systems agree on it.
    private let pairs: [Character: Character]

    /// Returns nil for accents that do not occur in barcodes with Latin letters.
    init?(symbol: UInt32) {
        guard let pairs = Self.accents[symbol] else { return nil }
        self.pairs = pairs
    }

    /// The combination of the accent with the next character; nil when it is not certain.
    func joined(with text: String) -> String? {
        guard text.count == 1, let character = text.first else { return nil }
        return pairs[character].map(String.init)
    }

    /// On some systems the acute accent and the diaeresis before a space yield an apostrophe and a quote; omitted
    /// here.
    private static let accents: [UInt32: [Character: Character]] = [
        0xfe50: pairs("aàeèiìoòuùAÀEÈIÌOÒUÙ `"),
        0xfe51: pairs("aáeéiíoóuúyýAÁEÉIÍOÓUÚYÝ"),
        0xfe52: pairs("aâeêiîoôuûAÂEÊIÎOÔUÛ ^"),
        0xfe53: pairs("aãnñoõAÃNÑOÕ ~"),
        0xfe57: pairs("aäeëiïoöuüyÿAÄEËIÏOÖUÜ"),
        0xfe58: pairs("aåuůAÅUŮ"),
        0xfe5a: pairs("cčdďeěnňrřsštťzžCČDĎEĚNŇRŘSŠTŤZŽ"),
        0xfe5b: pairs("cçCÇ"),
    ]

    private static func pairs(_ text: String) -> [Character: Character] {
        let characters = Array(text)
        let starts = stride(from: 0, to: characters.count - 1, by: 2)
        return Dictionary(starts.map { (characters[$0], characters[$0 + 1]) }, uniquingKeysWith: { first, _ in first })
    }
}
