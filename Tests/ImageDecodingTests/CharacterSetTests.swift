import ImageDecoding
import Testing

@testable import ImageEngine

@Suite("The text of bytes that name no character set")
struct CharacterSetTests {
    @Test(
        "East Asian text is read in the set in which it makes common characters",
        arguments: [
            // One character, as in an address book entry.
            ([0x53, 0x3A, 0xB0, 0xA2, 0x3B], "S:阿;"),
            ([0xD6, 0xD0, 0xCE, 0xC4, 0xB5, 0xB5, 0xB0, 0xB8], "中文档案"),
            ([0xB1, 0xB1, 0xBE, 0xA9, 0xCA, 0xD0, 0x20, 0x37], "北京市 7"),
            ([0xA4, 0xA4, 0xA4, 0xE5], "中文"),
            ([0xBB, 0x4F, 0xA5, 0x5F, 0xA5, 0xAB, 0xC0, 0xC9, 0xAE, 0xD7, 0xC0, 0x5D], "臺北市檔案館"),
            ([0xAA, 0xFC, 0x20, 0x31, 0x32], "阿 12"),
            ([0xB4, 0xEB, 0xC7, 0xD1, 0xB9, 0xCE, 0xB1, 0xB9], "대한민국"),
            ([0x8A, 0x4F, 0x91, 0xA4, 0x82, 0xCC, 0x83, 0x52, 0x81, 0x5B, 0x83, 0x68], "外側のコード"),
            ([0x93, 0xE0, 0x91, 0xA4, 0x51, 0x52, 0xBA, 0xB0, 0xC4, 0xDE], "内側QRｺｰﾄﾞ"),
            ([0xC3, 0xDE, 0xBB, 0xDE, 0xB2, 0xDD], "ﾃﾞｻﾞｲﾝ"),
        ] as [([UInt8], String)]
    )
    func eastAsian(_ bytes: [UInt8], _ text: String) { #expect(CodeText().decode(bytes) == text) }

    @Test(
        "Western text stays western",
        arguments: [
            "Müller", "«FÄÖÜ» 4²", "MÄDCHEN »4²«", "10½°C", "Größe: 5×7 cm²", "naïve façade", "¿Qué?", "Çà et là",
            "ÆØÅ",
            "£5 §12", "¡Sí! ¿No?", "3° 15´", "Ångström Åsa",
        ]
    )
    func western(_ text: String) {
        #expect(CodeText().decode(text.unicodeScalars.map { UInt8($0.value) }) == text)
    }

    @Test("The site's own set comes first, and UTF-8 before it")
    func order() {
        let korean = CodeText(characterSet: "EUC-KR")
        #expect(korean.decode([0xB0, 0xA2]) == "각")
        #expect(korean.decode(Array("阿".utf8)) == "阿")
        // Half a character is of no East Asian set.
        #expect(CodeText().decode([0xD6, 0xD0, 0xCE, 0xC4, 0xB5]).unicodeScalars.count == 5)
    }
}
