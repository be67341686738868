import Barcodes
import Testing

@testable import Scanning

/// Letters that a scanner puts around each barcode.
@Suite struct ScanAffixesTests {
    private static func stripped(_ text: String, _ prefix: String, _ suffix: String = "") -> String? {
        let reading = ScanReading(text: text, time: 7, ending: .enter)
        switch ScanAffixes(prefix: prefix, suffix: suffix).strip(.reading(reading)) {
        case .reading(let rest):
            #expect(rest.bytes == Array(rest.text.utf8))
            #expect(rest.time == 7 && rest.ending == .enter)
            return "\(rest.symbology.map { "\($0) " } ?? "")\(rest.data)"
        case .rejection(let rejection):
            #expect(rejection == .affixMissing(ScanAffixes(prefix: prefix, suffix: suffix)))
            return nil
        }
    }

    @Test(arguments: [
        ("DBX1", "D", "", "BX1"), ("DDBX1", "D", "", "DBX1"), ("BX1#", "", "#", "BX1"), ("<BX1>", "<", ">", "BX1"),
        ("P01BX1", "P01", "", "BX1"), ("D]C0BX1", "D", "", "]C0 BX1"), ("]C0DBX1", "D", "", "]C0 BX1"),
        ("]C0BX1#", "", "#", "]C0 BX1"), ("BX1", "", "", "BX1"), ("]C0BX1", "", "", "]C0 BX1"),
    ])
    func whatStandsAroundTheDataIsTakenOff(text: String, prefix: String, suffix: String, rest: String) {
        #expect(Self.stripped(text, prefix, suffix) == rest)
    }

    @Test(arguments: [
        ("BX1", "D", ""), ("DBX1", "", "#"), ("D", "D", ""), ("<>", "<", ">"), ("dBX1", "D", ""), ("D]C0", "D", ""),
        ("#", "#", "#"), ("]C0BX1", "D", ""),
    ])
    func aLineWithoutThemIsRefused(text: String, prefix: String, suffix: String) {
        #expect(Self.stripped(text, prefix, suffix) == nil)
    }

    @Test(arguments: [
        ("CT000000001H", "", ""), ("DCT000000001H", "D", ""), ("<CT000000001H>", "<", ">"), ("]C0CT000000001H", "", ""),
        ("D]C0CT000000001H", "D", ""), ("]C0DCT000000001H", "D", ""), ("jct000000001h", "j", ""),
    ])
    func pairingFindsThem(text: String, prefix: String, suffix: String) {
        #expect(ScanAffixes(around: "CT000000001H", in: text) == ScanAffixes(prefix: prefix, suffix: suffix))
        #expect(ScanAffixes(around: "CT000000002F", in: text) == nil)
    }

    @Test func onlySignsThatAKeyboardHasCanBeSet() {
        let longest = String(repeating: "x", count: ScanAffixes.longest)
        for text in ["D", "P01", "]", longest] { #expect(ScanAffixes.isUsable(text)) }
        for text in ["", " ", "a b", "\t", "Ä", longest + "x"] { #expect(!ScanAffixes.isUsable(text)) }
        let outer = ScanAffixes(prefix: "<", suffix: ">")
        #expect(outer.around(ScanAffixes(prefix: "D")) == ScanAffixes(prefix: "<D", suffix: ">"))
    }
}
