import Foundation
import Synchronization

/// The real daemon in a directory of its own, and the real command line to ask it.
public final class DaemonBed: Sendable {
    /// Everything that the daemon keeps.
    public let stateDirectory: String
    /// The socket that it serves.
    public let socket: String

    private let directory: String
    private let environment: [String: String]
    private let process = Mutex<ChildProgram?>(nil)
    private let manager = Mutex<ReadySignal?>(nil)

    /// Runs `body` with a daemon that is ready, and ends and removes everything afterwards, whatever happens.
    ///
    /// `configuration` is the text of its configuration file; `environment` is put on top of this process's own. Other
    /// users reach its socket when it is `open`, as far as the permissions of that let them.
    public static func with(
        configuration: String = "",
        environment: [String: String] = [:],
        open isOpen: Bool = false,
        _ body: (DaemonBed) async throws -> Void
    ) async throws {
        let bed = try DaemonBed(configuration: configuration, environment: environment, isOpen: isOpen)
        do {
            try await bed.start()
            try await body(bed)
        } catch {
            await bed.close()
            throw error
        }
        await bed.close()
    }

    private init(configuration: String, environment: [String: String], isOpen: Bool) throws {
        directory = FileManager.default.temporaryDirectory.path() + "/outguide-" + UUID().uuidString.prefix(8)
        stateDirectory = directory + "/state"
        socket = (isOpen ? directory : stateDirectory) + "/outguide.sock"
        self.environment = environment
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        try configuration.write(toFile: directory + "/outguided.yaml", atomically: true, encoding: .utf8)
    }

    /// Starts the daemon and returns once it serves.
    public func start() async throws {
        // The one of the last run takes its path with it.
        manager.withLock { $0 = nil }
        let signal = try ReadySignal(path: directory + "/notify")
        manager.withLock { $0 = signal }
        let log = open(directory + "/log", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard log >= 0 else { throw DaemonBedError.notReady("cannot write the log of the daemon") }
        defer { Foundation.close(log) }
        let started = try ChildProgram(
            try BuiltProduct.path(of: "outguided"),
            ["--state-dir", stateDirectory, "--socket", socket, "--config", directory + "/outguided.yaml"],
            environment: ProcessInfo.processInfo.environment
                .merging(environment) { $1 }
                .merging(["NOTIFY_SOCKET": signal.path]) { $1 },
            output: .descriptor(log),
            errors: .descriptor(log)
        )
        process.withLock { $0 = started }
        guard await signal.isReady() else { throw DaemonBedError.notReady(said) }
    }

    /// Replaces the configuration and asks the daemon to read it, as `systemctl reload` does; returns once it has.
    public func reload(configuration: String) async throws {
        try configuration.write(toFile: directory + "/outguided.yaml", atomically: true, encoding: .utf8)
        guard let running = process.withLock({ $0 }), let signal = manager.withLock({ $0 }) else {
            throw DaemonBedError.notRunning
        }
        running.send(SIGHUP)
        guard await signal.isReady() else { throw DaemonBedError.notReady(said) }
    }

    /// Ends the daemon as a power cut ends a process: at once, with nothing tidied up.
    public func kill() async throws { _ = try await end(by: SIGKILL) }

    /// Ends the daemon as systemd does, and returns its exit status.
    @discardableResult
    public func stop() async throws -> Int32 { try await end(by: SIGTERM) }

    /// Waits until the daemon tells its service manager these words; false when it says nothing for half a minute.
    public func tellsManager(_ words: String) async -> Bool {
        guard let signal = manager.withLock({ $0 }) else { return false }
        return await signal.hears(words)
    }

    /// Its process number.
    public var processIdentifier: Int32? { process.withLock { $0?.processIdentifier } }

    /// What it has said so far.
    public var said: String { (try? String(contentsOfFile: directory + "/log", encoding: .utf8)) ?? "" }

    /// Returns once the daemon has said `words` in its journal, so many times.
    public func hasSaid(_ words: String, times: Int = 1) async throws {
        // The kernel tells when something is written; nothing here looks again and again.
        let script = """
            import ctypes, os, select, sys
            libc = ctypes.CDLL(None)
            fd = libc.inotify_init()
            libc.inotify_add_watch(fd, sys.argv[1].encode(), 0x2)
            while open(sys.argv[1]).read().count(sys.argv[2]) < int(sys.argv[3]):
                if not select.select([fd], [], [], 120)[0]: sys.exit('not said: ' + sys.argv[2])
                os.read(fd, 65536)
            """
        let waited = try await ChildRun.of("/usr/bin/python3", ["-c", script, scratch("log"), words, "\(times)"])
        guard waited.status == 0 else { throw DaemonBedError.notReady(waited.errors + said) }
    }

    /// A path for a file of the test that goes with the bed.
    public func scratch(_ name: String) -> String { directory + "/" + name }

    /// Runs `outguide` on this daemon.
    public func outguide(
        _ arguments: String...,
        input: String = "",
        environment: [String: String] = [:]
    ) async throws -> ChildRun {
        try await ChildRun.of(
            try BuiltProduct.path(of: "outguide"),
            arguments,
            environment: ["OUTGUIDE_SOCKET": socket, "NO_COLOR": "1"].merging(environment) { $1 },
            input: input
        )
    }

    /// What `outguide` answers as JSON; of a list, which must be complete, its items.
    public func json(_ arguments: String...) async throws -> Any {
        let run = try await ChildRun.of(
            try BuiltProduct.path(of: "outguide"),
            arguments + ["--json"],
            environment: ["OUTGUIDE_SOCKET": socket]
        )
        let answer = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        guard let list = answer as? [String: Any], Set(list.keys) == ["complete", "items", "total"],
            let items = list["items"] as? [Any]
        else { return answer }
        guard list["complete"] as? Bool == true, list["total"] as? Int == items.count else {
            throw DaemonBedError.incompleteList(arguments.joined(separator: " "))
        }
        return items
    }

    private func end(by signal: Int32) async throws -> Int32 {
        guard let running = process.withLock({ $0 }) else { throw DaemonBedError.notRunning }
        running.send(signal)
        let status = await running.status()
        process.withLock { $0 = nil }
        return status
    }

    private func close() async {
        if process.withLock({ $0 }) != nil { try? await kill() }
        try? FileManager.default.removeItem(atPath: directory)
    }
}
