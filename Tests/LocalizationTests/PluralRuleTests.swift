import Testing

@testable import Localization

@Suite struct PluralRuleTests {
    /// The rules that gettext's manual and its tools give for each language, and forms of some counts.
    @Test(arguments: [
        ("en", "nplurals=2; plural=(n != 1);", [0: 1, 1: 0, 2: 1, 11: 1, 101: 1]),
        ("de", "nplurals=2; plural=n != 1;", [0: 1, 1: 0, 2: 1, 1_000_001: 1]),
        ("fr", "nplurals=2; plural=(n > 1);", [0: 0, 1: 0, 2: 1]),
        (
            "fr, CLDR", "nplurals=3; plural=(n == 0 || n == 1) ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;",
            [0: 0, 1: 0, 2: 2, 1_000_000: 1]
        ),
        (
            "es, CLDR", "nplurals=3; plural=n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;",
            [0: 2, 1: 0, 2: 2, 2_000_000: 1]
        ),
        ("es", "nplurals=2; plural=n != 1;", [0: 1, 1: 0, 21: 1]),
        (
            "pl", "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
            [0: 2, 1: 0, 2: 1, 4: 1, 5: 2, 12: 2, 22: 1, 25: 2, 112: 2, 122: 1]
        ),
        (
            "ar",
            "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;",
            [0: 0, 1: 1, 2: 2, 3: 3, 10: 3, 11: 4, 99: 4, 100: 5, 102: 5, 103: 3]
        ),
        ("ja", "nplurals=1; plural=0;", [0: 0, 1: 0, 7: 0]),
    ])
    func countsTakeTheirForms(language: String, header: String, forms: [UInt64: Int]) throws {
        let rule = try PluralRule(header: header)
        for (count, form) in forms { #expect(try rule.form(of: count) == form, "\(language): \(count)") }
    }

    @Test(
        arguments: [
            ("n+2*3", 1, 7), ("(n+2)*3", 1, 9), ("n-1-1", 5, 3), ("8/2/2", 0, 2), ("7%4*2", 0, 6), ("!n", 0, 1),
            ("!!n", 9, 1),
            ("n<2==1", 1, 1), ("n==1||n==2&&0", 1, 1), ("n?1:n?2:3", 0, 3), ("n ? n>1 ? 2 : 1 : 0", 4, 2),
            ("n>=3", 3, 1),
            ("0||0/1", 0, 0), ("1||1/0", 0, 1), ("0&&1/0", 0, 0), ("n-2>0", 1, 1),
        ] as [(String, UInt64, UInt64)]
    )
    func expressionsFollowC(text: String, n: UInt64, value: UInt64) throws {
        #expect(try #require(PluralParser.expression(text)).value(n) == value)
    }

    @Test(arguments: [
        "", "n n", "n=1", "n?1", "n?1:", "(n", "n)", "m", "1 +", "&& n", "n & 1", "-n", "0x1", "99999999999",
    ])
    func otherTextsAreRefused(text: String) { #expect(PluralParser.expression(text) == nil) }

    @Test(arguments: [
        ("nplurals=2; plural=n;", PluralRule.Fault.missingForm(2, count: 2)),
        ("nplurals=2; plural=n%0;", .divisionByZero(count: 0)), ("nplurals=0; plural=0;", .formCount(0)),
        ("nplurals=9; plural=0;", .formCount(9)), ("plural=0;", .unreadable), ("nplurals=2;", .unreadable),
        ("nplurals=x; plural=0;", .unreadable), ("", .unreadable),
    ])
    func rulesThatFailAreRefused(header: String, fault: PluralRule.Fault) {
        #expect(throws: fault) { _ = try PluralRule(header: header) }
    }
}
