import Testing

@testable import Terminal

/// Values that do nothing when a spreadsheet opens them.
@Suite struct CSVTextTests {
    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("a \"b\"", "\"a \"\"b\"\"\""),
        ("=1+1", "\"'=1+1\""), ("+49", "\"'+49\""), ("-1", "\"'-1\""), ("@SUM(A1)", "\"'@SUM(A1)\""),
        ("  =1", "\"'  =1\""), ("\t=1", "\"'\u{FFFD}=1\""), ("a\r\n=1", "a\u{FFFD}\u{FFFD}=1"), ("＝1", "\"'＝1\""),
        ("a\u{202E}b", "a\u{FFFD}b"),
    ])
    func valuesAreHarmless(text: String, shown: String) {
        #expect(CSVText.line([text]) == shown + "\r\n")
    }

    @Test func aLineHasItsCommas() {
        #expect(CSVText.line(["1", "a b", "=x"]) == "1,\"a b\",\"'=x\"\r\n")
    }
}
