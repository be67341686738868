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

    @Test func canonicalBytesAreReadBack() {
        let value = JSONValue.object([
            "a": .array([.integer(.min), .null, .string("\u{0}\u{8}\t\n\u{C}\r\u{1F}\u{7F}\"\\/\u{E9}")]),
            "b": .object([:]),
        ])
        #expect(JSONParser.canonicalValue(of: value.canonicalBytes) == value)
    }

    @Test(arguments: [
        " 1", "1 ", "[1, 2]", "{\"a\": 1}", "{\"b\":1,\"a\":1}", "{\"a\":1,\"a\":1}", "\"\\/\"", "\"\\u0041\"",
        "\"\\u000a\"",
        "\"\\u001F\"", "\"\\u00e9\"", "\"\\ud83d\\ude00\"", "\"\\u0022\"", "\"\\u007f\"", "\"\u{1}\"", "01", "-0",
    ])
    func otherEncodingsAreNotCanonical(text: String) {
        #expect(JSONParser.canonicalValue(of: Array(text.utf8)) == nil)
    }

    /// Exactly the bytes that the encoder writes are canonical, whatever they were before somebody touched them.
    @Test(arguments: [UInt64(21), 22, 23]) func canonicalIsWhatTheEncoderWrites(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let value = JSONValue.object([
            "backDated": .boolean(true), "entry": .integer(10), "kind": .string("relocated"),
            "texts": .object(["reason": .string("\"\n\u{1}\u{1F}\u{E9}")]), "to": .array([.null, .integer(-7)]),
        ])
        for round in 0..<20_000 {
            let bytes = generator.mutated(value.canonicalBytes)
            let read = JSONParser.value(of: bytes).flatMap { $0.canonicalBytes == bytes ? $0 : nil }
            #expect(JSONParser.canonicalValue(of: bytes) == read, "seed \(seed), round \(round)")
        }
    }
}
