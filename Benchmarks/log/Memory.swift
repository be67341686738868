import Foundation

/// Memory of this process as the kernel counts it.
enum Memory {
    /// The most that was resident at once, in MiB.
    static func peak() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kibibytes = line.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        else { throw LogBenchmark.Failure("cannot read /proc/self/status") }
        return kibibytes / 1_024
    }
}
