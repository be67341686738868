import Foundation

/// A thread of another process, as the kernel shows it in `/proc`.
struct SleepingThread {
    /// The number of the system call in which it sleeps, and the arguments; empty while it runs.
    let call: [UInt64]

    /// Whether it sleeps in `poll` until something happens, however long that takes.
    var pollsWithoutEnd: Bool {
        guard call.count > 3 else { return false }
        #if arch(x86_64)
        return call[0] == 7 && UInt32(truncatingIfNeeded: call[3]) == UInt32.max
        #else
        // ppoll, which has a null pointer for no end.
        return call[0] == 73 && call[3] == 0
        #endif
    }

    static func all(of process: Int32) throws -> [SleepingThread] {
        let tasks = "/proc/\(process)/task"
        return try FileManager.default.contentsOfDirectory(atPath: tasks).map { task in
            let line = (try? String(contentsOfFile: "\(tasks)/\(task)/syscall", encoding: .utf8)) ?? ""
            let words = line.split(whereSeparator: \.isWhitespace)
            return SleepingThread(
                call: words.compactMap { $0.hasPrefix("0x") ? UInt64($0.dropFirst(2), radix: 16) : UInt64($0) }
            )
        }
    }
}
