import Barcodes

/// Evaluates the setup of a scanner from what it sends for a known test barcode.
public struct ScannerDiagnosis: Sendable {
    /// The text of the printed test barcode, including its check character.
    public let expected: String
    public let transport: ScannerTransport
    /// The configured layout.
    public let layout: KeyboardLayout
    /// The configured line settings of a serial scanner.
    public let line: SerialLine

    public init(expected: String, transport: ScannerTransport, layout: KeyboardLayout = .us, line: SerialLine = .common)
    {
        self.expected = expected
        self.transport = transport
        self.layout = layout
        self.line = line
    }

    /// The findings from the signals of one reading of the test barcode, most urgent first.
    ///
    /// If the layout seems wrong, other layouts are compiled for comparison, which takes some milliseconds each.
    public func findings(from signals: some Sequence<ScannerSignal>) -> [ScannerFinding] {
        let evidence = LineEvidence(transport == .serial ? Array(signals) : [])
        // Data from a line with wrong settings cannot be evaluated.
        if let fault = evidence.fault(in: expected, readAs: line) { return [.lineWrong(read: line, sent: fault)] }
        var findings: [ScannerFinding] = []
        var reading: ScanReading?
        let sent = SentCode(signals, transport: transport)
        for signal in signals {
            switch signal {
            case .reading(let whole): reading = whole
            case .rejection(let rejection) where rejection != .noEnding: findings.append(.refused(rejection))
            case .eventsDropped: findings.append(.refused(.eventsDropped))
            default: break
            }
        }
        if !sent.rest.isEmpty { findings.append(.afterEnding(sent.rest)) }
        let text = reading?.text ?? sent.text
        guard !text.isEmpty else {
            return findings.isEmpty
                ? [evidence.shown.isEmpty ? .nothingCame : .unreadable(evidence.shown)] : Self.unique(findings)
        }
        if let ending = reading?.ending ?? sent.ending, ending != .idle {
            findings.append(.suffix(ending))
        } else {
            findings.append(.suffixMissing)
        }
        let identifier = reading?.symbology ?? AIMIdentifier.split(text)?.identifier
        findings.append(identifier.map { .aimPrefix($0) } ?? .aimPrefixMissing)
        findings += judge(AIMIdentifier.split(text)?.rest ?? text)
        return Self.unique(findings).sorted { !$0.isGood && $1.isGood }
    }

    private func judge(_ text: String) -> [ScannerFinding] {
        if text == expected { return [.textRight] }
        if text.lowercased() == expected.lowercased() { return [.caseSwapped] }
        if text == expected.dropLast() { return [.lastCharacterMissing] }
        if expected.hasSuffix(text) { return [.beginningMissing(expected.count - text.count)] }
        if let range = text.firstRange(of: expected) {
            let before = String(text[..<range.lowerBound])
            let after = String(text[range.upperBound...])
            return (before.isEmpty ? [] : [.extraBefore(before)]) + (after.isEmpty ? [] : [.extraAfter(after)])
        }
        let played = transport == .keyboard ? LayoutComparison(declared: layout).layouts(for: text, of: expected) : []
        return [played.isEmpty ? .otherText(text) : .layoutWrong(declared: layout, played: played)]
    }

    private static func unique(_ findings: [ScannerFinding]) -> [ScannerFinding] {
        var seen: Set<ScannerFinding> = []
        return findings.filter { seen.insert($0).inserted }
    }
}
