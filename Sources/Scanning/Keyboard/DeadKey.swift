/// An accent key that types nothing before the next key says on which letter it goes.
struct DeadKey: Equatable {
    /// The range of keysyms in xkbcommon-keysyms.h that holds the dead keys.
    static let symbols: ClosedRange<UInt32> = 0xfe50...0xfe93

    /// Pairs of a letter and the letter with the accent; with a space the accent alone, where all systems agree on it.
    private let pairs: [Character: Character]

    /// nil for the accents that no barcode in Latin letters bears.
    init?(symbol: UInt32) {
        guard let pairs = Self.accents[symbol] else { return nil }
        self.pairs = pairs
    }

    /// What the accent makes of the character after it; nil when that is not certain.
    func joined(with text: String) -> String? {
        guard text.count == 1, let character = text.first else { return nil }
        return pairs[character].map(String.init)
    }

    /// The acute accent and the diaeresis before a space are an apostrophe and a quote on some systems: not here.
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
