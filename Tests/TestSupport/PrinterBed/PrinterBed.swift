import Dispatch
import Foundation

/// A CUPS server with printers of its own for one test; `PrinterBed.sh` says which.
///
/// Everything of it ends with ``close()``, or with the test's process. Several can run side by side.
public final class PrinterBed: Sendable {
    /// The socket of the server, as CUPS_SERVER wants it.
    public let server: String
    /// What programs that print need in their environment.
    public var environment: [String: String] { ["CUPS_SERVER": server] }

    private let directory: String
    private let script: RunningScript

    /// Takes about a second.
    public static func start() async throws -> PrinterBed {
        let directory = FileManager.default.temporaryDirectory.path + "/printer-bed-" + UUID().uuidString.prefix(8)
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let script = try RunningScript(path: scriptPath, argument: directory)
        guard await script.isReady() else {
            try? FileManager.default.removeItem(atPath: directory)
            throw PrinterBedError.notReady
        }
        return PrinterBed(directory: directory, script: script)
    }

    /// Runs `body` with a bed and closes it, whatever happens.
    public static func with<Result: Sendable>(
        _ body: @Sendable (PrinterBed) async throws -> Result
    ) async throws -> Result {
        let bed = try await start()
        do {
            let result = try await body(bed)
            await bed.close()
            return result
        } catch {
            await bed.close()
            throw error
        }
    }

    private init(directory: String, script: RunningScript) {
        self.directory = directory
        self.script = script
        server = directory + "/cups.sock"
    }

    /// Where the printer behind the queue `printer` puts what it gets.
    public func arrivals(at printer: String) -> String { directory + "/" + printer }

    /// Paths of the documents (`pdf`, `pwg`) that arrived at `printer`, oldest first.
    public func documents(at printer: String) throws -> [String] {
        let arrivals = arrivals(at: printer)
        return try FileManager.default.contentsOfDirectory(atPath: arrivals)
            .filter { $0.hasSuffix(".pdf") || $0.hasSuffix(".pwg") }
            .sorted { (Int($0.prefix { $0.isNumber }) ?? 0) < (Int($1.prefix { $0.isNumber }) ?? 0) }
            .map { arrivals + "/" + $0 }
    }

    /// Ends the server and its printers and removes what arrived.
    public func close() async {
        await script.end()
        try? FileManager.default.removeItem(atPath: directory)
    }

    private static let scriptPath =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("PrinterBed.sh").path
}
