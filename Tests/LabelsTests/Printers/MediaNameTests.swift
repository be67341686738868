import Localization
import Testing

@testable import Labels
@testable import Printers

@Suite struct MediaNameTests {
    @Test(arguments: [
        (100, 50, "custom_100x50mm_100x50mm"), (101.6, 50.8, "custom_101.6x50.8mm_101.6x50.8mm"),
        (62.05, 29, "custom_62.05x29mm_62.05x29mm"),
    ])
    func customNames(width: Double, height: Double, name: String) throws {
        #expect(MediaName.custom(try #require(LabelMedia(width: width, height: height))) == name)
    }

    @Test(arguments: [
        ([], "custom_100x50mm_100x50mm"), (["oe_4x2-label_4x2in"], nil),
        (["iso_a4_210x297mm", "om_box-label_100x50mm"], "om_box-label_100x50mm"),
        (["custom_min_10x10mm", "custom_max_110x1000mm"], "custom_100x50mm_100x50mm"),
        (["custom_min_10x10mm", "custom_max_90x1000mm"], nil), (["nonsense", "50x100"], "custom_100x50mm_100x50mm"),
    ])
    func thePrintersOwnNameIsPreferred(supported: [String], name: String?) throws {
        let media = try #require(LabelMedia(width: 100, height: 50))
        #expect(MediaName.name(of: media, among: supported) == name)
    }

    @Test(arguments: [
        ("custom_100x50mm_100x50mm", "100 × 50 mm"), ("oe_4x2-label_4x2in", "101.6 × 50.8 mm"),
        ("iso_a4_210x297mm", "210 × 297 mm"), ("roll 7", "roll 7"),
    ])
    func isSaidAsPeopleSayIt(name: String, words: String) {
        #expect(MediaName.words(name) == words)
        let error = PrintError.wrongMedia(printer: "zebra", wanted: name, loaded: [name, name])
        #expect(error.description.contains("is loaded (\(words), \(words)): load \(words), or"))
    }
}
