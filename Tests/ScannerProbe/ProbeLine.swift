import Scanning

/// One event as one line.
enum ProbeLine {
    static func text(_ event: ScannerEvent) -> String {
        switch event {
        case .attached(let scanner): "attached \(scanner)"
        case .detached(let scanner): "detached \(scanner)"
        case .scan(let scan): "scan \(scan.scanner) \(scan.station ?? "-") \(scan.ending) \(scan.time) \(scan.text)"
        case .rejected(let rejection, let scanner): "rejected \(scanner) \(rejection)"
        case .failed(let failure, let scanner): "failed \(scanner) \(failure)"
        case .overflowed(let lost): "overflowed \(lost)"
        case .watchingEnded(let number): "watching ended \(number)"
        }
    }
}
