import Testing

@testable import LogProof

@Suite struct JSONParserTests {
    private func value(_ text: String) -> JSONValue? { JSONParser.value(of: Array(text.utf8)) }

    @Test func valuesAreRead() {
        let text =
            #" { "a" : [ 1 , -7, 0, true,false , null ] , "b":{ }, "c":[], "d":"\"\\\/\b\f\n\r\té\u00E9\ud83d\ude00" } "#
        #expect(
            value(text)
                == .object([
                    "a": .array([.integer(1), .integer(-7), .integer(0), .boolean(true), .boolean(false), .null]),
                    "b": .object([:]), "c": .array([]),
                    "d": .string("\"\\/\u{8}\u{C}\n\r\t\u{E9}\u{E9}\u{1F600}"),
                ])
        )
        #expect(value("-9223372036854775808") == .integer(.min))
        #expect(value("9223372036854775807") == .integer(.max))
    }

    @Test(arguments: [
        "", " ", "nul", "truefalse", "1 2", "01", "-", "-0", "+1", "1.0", "1e3", "1E3", ".5", "9223372036854775808",
        "-9223372036854775809", "NaN", "Infinity", "-Infinity", "\"", "\"\\\"", "\"\\x\"", "\"\\u12\"", "\"\\u+123\"",
        "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800\\u0041\"", "\"\\ud800\\ud800\"", "\"\u{1}\"", "\"\n\"", "[", "[1",
        "[1,",
        "[1,]", "[,1]", "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{a:1}", "{1:1}", "{\"a\" 1}",
        "{\"a\":1,\"a\":1}", "{\"a\":1,\"\\u0061\":2}", "{\"\u{E9}\":1}", "\u{FEFF}1", "\u{A0}1", "// 1", "'a'",
        "\"\\uFF11\u{FF11}\"x", "\"\\u\u{FF11}\u{FF11}\u{FF11}\u{FF11}\"",
    ])
    func otherTextsAreRefused(text: String) {
        #expect(value(text) == nil)
    }

    @Test func bytesThatAreNoTextAreRefused() {
        for bytes: [UInt8] in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82]] {
            #expect(JSONParser.value(of: [0x22] + bytes + [0x22]) == nil)
        }
    }

    @Test func depthIsBounded() {
        let most = JSONParser.deepest
        #expect(value(String(repeating: "[", count: most) + String(repeating: "]", count: most)) != nil)
        #expect(value(String(repeating: "[", count: most + 1) + String(repeating: "]", count: most + 1)) == nil)
        #expect(value(String(repeating: "[", count: 500_000)) == nil)
        #expect(value(String(repeating: "{\"a\":", count: 100_000)) == nil)
    }

    @Test func canonicalBytesAreFixed() {
        let value = JSONValue.object([
            "b": .array([.integer(-1), .null, .string("\u{0}\u{1F}\u{7F}\"\\/\n\u{2028}\u{1F600}")]),
            "B": .object([:]), "a_": .boolean(false), "a": .boolean(true),
        ])
        let text =
            #"{"B":{},"a":true,"a_":false,"b":[-1,null,"\u0000\u001f"# + "\u{7F}" + #"\"\\/\n"#
            + "\u{2028}\u{1F600}\"]}"
        #expect(String(decoding: value.canonicalBytes, as: UTF8.self) == text)
        #expect(JSONParser.value(of: value.canonicalBytes) == value)
        #expect(JSONParser.value(of: value.indentedBytes) == value)
    }
}
