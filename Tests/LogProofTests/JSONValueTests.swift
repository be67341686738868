import Testing

@testable import LogProof

@Suite struct JSONValueTests {
    @Test func membersAreSortedAndNothingIsPadded() {
        let value = JSONValue.object([
            "b": .integer(-7), "a": .string("x"), "C": .object(["k": .string("")]), "aa": .integer(0),
        ])
        #expect(String(decoding: value.canonicalBytes, as: UTF8.self) == #"{"C":{"k":""},"a":"x","aa":0,"b":-7}"#)
    }

    @Test(arguments: [
        ("plain", #""plain""#), ("a\"b\\c", #""a\"b\\c""#), ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
        ("\u{1}\u{1F}", #""\u0001\u001f""#), ("Ä/€😀", "\"Ä/€😀\""), ("\u{7F}\u{2028}", "\"\u{7F}\u{2028}\""),
    ])
    func stringsAreEscapedAsRFC8785Says(text: String, json: String) {
        #expect(String(decoding: JSONValue.string(text).canonicalBytes, as: UTF8.self) == json)
    }
}
