import Foundation
import TestSupport
import Testing

/// A virtual computer and a probe that reads its scanners.
struct ProbedScanners {
    let bed: VirtualScannerBed
    let probe: VirtualScannerChild

    /// Starts both; `plugged` is done in between, so that it is there when the probe starts.
    ///
    /// A reading may pause for half a minute, as two commands to the computer may be far apart; tests of pauses give
    /// `--silence` themselves.
    init(
        _ arguments: [String] = [],
        plugged: (VirtualScannerBed) async throws -> Void = { _ in }
    ) async throws {
        bed = try await VirtualScannerBed()
        try await plugged(bed)
        let path = try BuiltProduct.path(of: "scanner-probe")
        probe = try VirtualScannerChild(
            URL(fileURLWithPath: path),
            ["--silence", "30000"] + arguments,
            environment: bed.environment
        )
    }

    /// The next lines of the probe; the times of scans are left out.
    func lines(_ count: Int) async -> [String] {
        var lines: [String] = []
        while lines.count < count, let line = await probe.nextLine() { lines.append(Self.withoutTime(line)) }
        return lines
    }

    /// Ends both and gives the lines that were left.
    func end() async throws -> [String] {
        try await probe.closeInput()
        let rest = await lines(.max)
        try await bed.close()
        return rest
    }

    /// Ends both and expects this one line and the end.
    func end(expecting line: String) async throws {
        let rest = try await end()
        #expect(Set(rest) == [line, "stopped"])
    }

    /// Returns when the probe has opened the node.
    func opened(_ name: String) async throws {
        while try await !bed.status(name).isOpen { await Task.yield() }
    }

    private static func withoutTime(_ line: String) -> String {
        var parts = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: false)
        if parts.first == "scan", parts.count == 6 { parts.remove(at: 4) }
        return parts.joined(separator: " ")
    }
}
