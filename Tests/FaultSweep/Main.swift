import FaultyFileLayer
import Foundation

/// Lets one operation of the log after the other fail, and looks each time what became of the log.
///
///     fault-sweep DIRECTORY count
///     fault-sweep DIRECTORY places
///     fault-sweep DIRECTORY OPERATION COUNT FIRST ...
///     fault-sweep DIRECTORY check ENTRY ...
///
/// The first prints how many operations of each kind a run without a fault has. The second prints at which request for memory
/// each place in the program asks for the first time, a place being the calls that led there. The third runs once for each
/// FIRST, and lets COUNT operations of the kind fail after the first FIRST; `all` lets all that follow fail. It prints a line
/// before each run, one for each entry that was acknowledged, and the lines of ``FaultedRun/complaints`` after it. The fourth
/// looks at what a process left that ended in the middle of a run: the entries must be there. Each prints `done` at the end.
@main
enum Main {
    static func main() async {
        do {
            try await run(Array(CommandLine.arguments.dropFirst()))
        } catch {
            FileHandle.standardError.write(Data("fault-sweep: \(error)\n".utf8))
            exit(70)
        }
    }

    private static func run(_ arguments: [String]) async throws {
        let options = try SweepOptions(arguments)
        if case .check(let entries) = options.task {
            for complaint in await FaultedRun.complaints(in: options.directory + "/log.sqlite", missing: entries) {
                say("wrong \(complaint)")
            }
            return say("done")
        }
        let plan = try FaultPlan(path: options.directory + "/plan")
        let bench = try await PreparedLog(directory: options.directory)
        // What is done only once in the life of a process does not count.
        _ = try await bench.run(nil, plan) { _ in }
        switch options.task {
        case .check: break
        case .count:
            let run = try await bench.run(nil, plan) { _ in }
            for complaint in run.complaints { say("wrong \(complaint)") }
            for operation in SweptOperation.allCases { say("\(operation) \(run.counts[operation] ?? 0)") }
        case .places:
            let places = try await plan.places { _ = try await bench.run(nil, plan) { _ in } }
            for place in places { say("\(place)") }
        case .sweep(let faults):
            for fault in faults {
                say("case \(fault.first)")
                let run = try await bench.run(fault, plan) { say("entry \($0)") }
                say("met \(run.failed) acknowledged \(run.acknowledged) refused \(run.refused)")
                for complaint in run.complaints { say("wrong \(complaint)") }
            }
        }
        say("done")
    }

    /// Writes a line at once: the process may end at the next fault.
    private static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}
