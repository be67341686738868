import FoundationEssentials
import Glibc
import Labels

/// Box labels into one PDF on one core: `labels-benchmark TEMPLATE COUNT FILE`.
///
/// Prints labels per second of processor time and of the clock, and the most memory that the process had.
@main struct LabelsBenchmark {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count == 3, let path = arguments.first, let count = Int(Array(arguments)[1]) else {
            print("usage: labels-benchmark TEMPLATE COUNT FILE")
            exit(64)
        }
        let template = try LabelTemplate(parsing: String(contentsOfFile: path, encoding: .utf8))
        let output = open(Array(arguments)[2], O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        guard output >= 0 else { throw CocoaError(.fileWriteUnknown) }
        let start = ContinuousClock.now
        let before = processorTime
        try await LabelRenderer().write(SampleLabels(count: count), template: template, to: output)
        let spent = processorTime - before
        let elapsed = start.duration(to: .now) / .seconds(1)
        close(output)
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let (work, clock) = (Int(Double(count) / spent), Int(Double(count) / elapsed))
        print("\(count) labels, \(work)/s of processor time, \(clock)/s, \(usage.ru_maxrss) KiB at most")
    }

    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
