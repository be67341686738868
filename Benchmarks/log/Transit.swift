import Foundation

/// How long something took, by the clock and by the processor.
struct Transit {
    private let start = ContinuousClock().now
    private let processor = Transit.processorSeconds

    /// Entries, seconds, seconds of processor time, and the most memory of this process in MiB.
    func line(entries: Int64) throws -> String {
        let seconds = start.duration(to: ContinuousClock().now) / .seconds(1)
        return "\(entries) \(seconds) \(Self.processorSeconds - processor) \(try Self.mostMemory)"
    }

    /// What this process used so far, its kernel work included.
    private static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
    }

    private static var mostMemory: Int {
        get throws {
            let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
            guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
                let kibibytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Int($0) })
            else { throw LogBenchmark.Failure("cannot read /proc/self/status") }
            return kibibytes / 1_024
        }
    }
}
