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

    /// Paths of the documents (`pdf`, `pwg`, `out` for any other language) that arrived at `printer`, oldest first.
    public func documents(at printer: String) throws -> [String] {
        let arrivals = arrivals(at: printer)
        return try FileManager.default.contentsOfDirectory(atPath: arrivals)
            .filter { $0.hasSuffix(".pdf") || $0.hasSuffix(".pwg") || $0.hasSuffix(".out") }
            .sorted { (Int($0.prefix { $0.isNumber }) ?? 0) < (Int($1.prefix { $0.isNumber }) ?? 0) }
            .map { arrivals + "/" + $0 }
    }

    /// Adds a queue with a driver of CUPS, such as `drv:///sample.drv/zebra.ppd`, or a PPD file; what the driver makes
    /// for the printer arrives in an `out` file.
    public func addQueue(_ name: String, driver: String, options: [String] = []) async throws {
        let arrivals = arrivals(at: name)
        try FileManager.default.createDirectory(atPath: arrivals, withIntermediateDirectories: true)
        // The backend may run as another user.
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: arrivals)
        let arguments = ["-p", name, "-E", "-v", "keep:/" + name, driver.hasPrefix("/") ? "-P" : "-m", driver]
        let added = try await ChildRun.of(
            "/usr/sbin/lpadmin",
            arguments + options.flatMap { ["-o", $0] },
            environment: environment
        )
        guard added.status == 0 else { throw PrinterBedError.noQueue(name, words: added.errors) }
    }

    /// Lets the IPP printer `printer` say these lines with each job from now on, such as `STATE: +cover-open-error`; it
    /// goes on saying them between jobs until a job says `STATE: -cover-open-error`.
    public func say(_ lines: [String], at printer: String) throws {
        try Data((lines.joined(separator: "\n") + "\n").utf8)
            .write(to: URL(fileURLWithPath: directory + "/" + printer + ".say"), options: .atomic)
    }

    /// The same for the end of each job.
    public func sayAfterwards(_ lines: [String], at printer: String) throws {
        try Data((lines.joined(separator: "\n") + "\n").utf8)
            .write(to: URL(fileURLWithPath: directory + "/" + printer + ".after"), options: .atomic)
    }

    /// Lets the IPP printer `printer` stand still in the middle of its jobs, or go on.
    public func hold(_ isHeld: Bool, at printer: String) throws { try mark("wait", isHeld, printer) }

    /// Lets the IPP printer `printer` stand still with its job of this number, from 1 on, and with later ones.
    public func hold(from job: Int, at printer: String) throws {
        try Data("\(job)\n".utf8)
            .write(to: URL(fileURLWithPath: directory + "/" + printer + ".from"), options: .atomic)
    }

    /// Lets every job of the IPP printer `printer` fail, or not.
    public func fail(_ fails: Bool, at printer: String) throws { try mark("fail", fails, printer) }

    /// Lets the printer behind `slow203` swallow the next connection before it answers others.
    public func fallAsleep() throws { try mark("asleep", true, "slow203") }

    private func mark(_ what: String, _ isSet: Bool, _ printer: String) throws {
        let path = directory + "/" + printer + "." + what
        if isSet {
            try Data().write(to: URL(fileURLWithPath: path))
        } else {
            try FileManager.default.removeItem(atPath: path)
        }
    }

    /// Runs a program of CUPS, such as `lpadmin` or `cancel`, on the server.
    @discardableResult
    public func run(_ program: String, _ arguments: String...) async throws -> ChildRun {
        let directory = program == "lpadmin" || program.hasPrefix("cups") ? "/usr/sbin/" : "/usr/bin/"
        return try await ChildRun.of(directory + program, arguments, environment: environment)
    }

    /// Ends the server and its printers and removes what arrived.
    public func close() async {
        await script.end()
        try? FileManager.default.removeItem(atPath: directory)
    }

    private static let scriptPath =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("PrinterBed.sh").path
}
