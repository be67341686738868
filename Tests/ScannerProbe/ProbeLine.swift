import Scanning

/// One event as one line.
enum ProbeLine {
    /// nil for what only the keeper of the settings needs.
    static func text(_ event: ScannerEvent) -> String? {
        switch event {
        case .attached(let scanner): "attached \(scanner)"
        case .detached(let scanner): "detached \(scanner)"
        case .scan(let scan):
            "scan \(scan.scanner) \(scan.station ?? "-") \(scan.ending)\(symbology(scan)) \(scan.time) \(scan.text)"
        case .burst(let scans): scans.compactMap { text(.scan($0)) }.joined(separator: "\n")
        case .rejected(let refused): "rejected \(refused.scanner) \(refused.rejection)"
        case .failed(let failure, let scanner): "failed \(scanner) \(failure)"
        case .doubted: nil
        case .overflowed(let lost, _): "overflowed \(lost)"
        case .watchingEnded(let number): "watching ended \(number)"
        }
    }

    static func text(_ signal: ScannerSignal) -> String {
        switch signal {
        case .key(let key): "key \(key.name) \(key.action) \(key.text ?? "-")"
        case .eventsDropped: "keys dropped"
        case .bytes(let bytes, _): "bytes \(bytes.count)"
        case .reading(let reading): "reading \(reading.ending) \(reading.text)"
        case .rejection(let rejection): "rejection \(rejection)"
        case .attached(let scanner): "watching \(scanner)"
        case .detached(let scanner): "no longer watching \(scanner)"
        case .overflowed(let lost): "signals lost \(lost)"
        }
    }

    private static func symbology(_ scan: Scan) -> String {
        scan.symbology.map { "\($0)" } ?? ""
    }
}
