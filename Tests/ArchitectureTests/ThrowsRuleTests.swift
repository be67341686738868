import Testing

/// The comment of a public function states what it throws.
@Suite struct ThrowsRuleTests {
    /// In the modules of the log, the comments of `LogView` and `LogTransaction` state once what their functions throw.
    private static let modules = [
        "Barcodes", "Circulation", "CivilTime", "CommandBasics", "Commands", "DaemonClient", "DaemonServices",
        "ImageDecoding", "ImageEngine", "Intake", "Labels", "Localization", "LogCommands", "Printers", "Printing",
        "ReadingFiles", "Safekeeping", "Scanning", "Settings", "StationScreen", "Stations", "Terminal", "Tones",
        "Vocabulary", "Wire", "WireResources",
    ]

    @Test(arguments: modules) func publicFunctionsStateWhatTheyThrow(module: String) throws {
        var silent: [String] = []
        for path in try SourceTree.files(in: "Sources/\(module)") {
            let lines = try SourceTree.lines(of: path)
            for (index, line) in lines.enumerated() where Self.isThrowing(lines[index...]) {
                let above = lines[..<index].reversed().drop { $0.contains(/^\s*@/) }
                let comment = above.prefix { $0.contains(/^\s*\/\/\//) }
                guard !comment.contains(where: { $0.contains(/[Tt]hrow(s|n)\b/) }) else { continue }
                silent.append("\(path): \(line.drop { $0 == " " })")
            }
        }
        #expect(silent == [], "state in their comments what they throw")
    }

    @Test func theRuleRecognisesThrowingFunctions() {
        let throwing = [
            "public func read() throws -> Int {", "    package static func read() async throws(StreamError) {",
            "public init?(_ text: String) throws(Fault) {", "@discardableResult public func read() throws {",
            "public func read(\n    of: Int\n) throws -> Int {", "public var size: Int { get throws { try read() } }",
            "public var size: Int {\n    get async throws {",
        ]
        let others = [
            "func read() throws {", "public func map(_ body: () throws -> Int) rethrows -> Int {",
            "public func later() -> () throws -> Int {", "public let body: () throws -> Int",
            "public func encode(to encoder: any Encoder) throws {", "public func read() {\n    func nested() throws {",
        ]
        for text in throwing { #expect(Self.isThrowing(text.split(separator: "\n")[...]), "\(text)") }
        for text in others { #expect(!Self.isThrowing(text.split(separator: "\n")[...]), "\(text)") }
    }

    /// Whether the first of `lines` begins a public function, initialiser or property that throws.
    ///
    /// Not those of `Codable`, whose errors are those of the coder.
    private static func isThrowing(_ lines: ArraySlice<Substring>) -> Bool {
        // Most lines declare nothing, and matching an expression against them all takes a minute.
        let start = lines.first?.drop { $0 == " " } ?? ""
        guard let line = lines.first, start.hasPrefix("p") || start.hasPrefix("@"),
            let kind = line.firstMatch(of: /^\s*(?:@\w+ )*(?:public|package) (?:[a-z]+ )*?(func|init|var|subscript)\b/),
            !line.contains("encode(to "), !line.contains("init(from decoder"),
            // Of a service, whose errors all end the daemon.
            !line.contains("func run() async throws {")
        else { return false }
        var depth = 0
        var outside = ""
        for line in lines {
            for character in line {
                if "([".contains(character) { depth += 1 }
                if depth == 0 { outside.append(character) }
                if ")]".contains(character) { depth -= 1 }
            }
            outside.append(" ")
            if depth == 0, kind.1 != "var" || !outside.hasSuffix("{ ") { break }
        }
        if kind.1 == "var" { return outside.contains(/\{\s*get (?:async )?throws\b/) }
        let head = outside.prefix(upTo: outside.firstRange(of: "->")?.lowerBound ?? outside.endIndex)
        return head.contains(/^[^{]*?\bthrows\b/)
    }
}
