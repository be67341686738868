import Foundation
import Logging
import NIOPosix
import Printing
import ServiceLifecycle
import Settings
import TestSupport
import Vocabulary

@testable import DaemonServer
@testable import DaemonServices
@testable import Labels
@testable import Printers

/// A scratch daemon that serves a socket and prints on a printer of its own, for programs that other users run.
struct ServedDaemon: Sendable {
    /// What a program left behind.
    struct Run: Sendable {
        let status: Int32
        let output: [UInt8]
        let errors: String
        /// The files that it wrote, by their names.
        let files: [String: [UInt8]]
        /// What the printer got.
        let printed: [[UInt8]]
    }

    /// Groups that every Debian has.
    private static let groups: [Role: (name: String, number: Int)] = [
        .reader: ("games", 60), .clerk: ("users", 100), .supervisor: ("mail", 8), .auditor: ("adm", 4),
        .administrator: ("uucp", 10),
    ]

    let parts: DaemonParts
    private let directory: String
    private let printer: SocketPrinter

    static func with(_ parts: DaemonParts, _ body: (ServedDaemon) async throws -> Void) async throws {
        let directory = FileManager.default.temporaryDirectory.path() + "/served-" + UUID().uuidString.prefix(8)
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        // The user who runs the programs writes files there.
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: directory)
        try await SocketPrinter.with { printer in
            var setting = PrinterConfiguration(name: "zebra-1")
            setting.address = .socket(host: "127.0.0.1", port: printer.port)
            setting.resolution = .common
            parts.current.value.printers = [setting]
            let served = ServedDaemon(parts: parts, directory: directory, printer: printer)
            try await served.serve(body)
        }
    }

    private func serve(_ body: (ServedDaemon) async throws -> Void) async throws {
        let roles = RoleSettings(groups: Self.groups.mapValues { [$0.name] }, badges: [:], separatesDuties: false)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let (ready, signal) = AsyncStream.makeStream(of: Void.self)
        let socket = SocketService(
            path: directory + "/outguide.sock",
            mode: 0o666,
            inherited: nil,
            answer: ConnectionAnswer(
                responder: RouteTable(parts).responder(),
                roles: RoleBook(roles),
                connections: parts.connections,
                languages: parts.languages,
                logger: logger
            ),
            threads: .singleton,
            logger: logger,
            whenServed: {},
            whenReady: { signal.finish() }
        )
        let services: [any Service] = [
            StationPrintService(
                printing: parts.printing.stations,
                work: parts.stationWork,
                board: parts.board,
                logger: logger
            ),
            PrintService(parts.printing, logger: logger), socket,
        ]
        let group = ServiceGroup(configuration: ServiceGroupConfiguration(services: services, logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                defer { signal.finish() }
                try await group.run()
            }
            for await _ in ready {}
            do {
                try await body(self)
            } catch {
                await group.triggerGracefulShutdown()
                throw error
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    /// Puts a file where the programs run.
    func put(_ bytes: [UInt8], as name: String) throws {
        try Data(bytes).write(to: URL(filePath: directory + "/" + name))
    }

    /// Runs `outguide` as somebody with this role alone.
    func outguide(_ arguments: [String], as role: Role, input: String = "") async throws -> Run {
        let known = Set(try names())
        let before = printer.formats.count
        let (program, words) = try Self.command(arguments, as: role, in: directory)
        let run = try await ChildRun.of(program, words, environment: Self.environment, input: input)
        var files: [String: [UInt8]] = [:]
        for name in try names() where !known.contains(name) {
            let path = directory + "/" + name
            var isDirectory: ObjCBool = false
            if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), !isDirectory.boolValue {
                files[name] = Array(try Data(contentsOf: URL(filePath: path)))
            }
            try FileManager.default.removeItem(atPath: path)
        }
        return Run(
            status: run.status,
            output: run.outputBytes,
            errors: run.errors,
            files: files,
            printed: Array(printer.formats.dropFirst(before))
        )
    }

    /// Starts `outguide` as somebody with this role alone.
    func start(_ arguments: [String], as role: Role) throws -> ChildProgram {
        let (program, words) = try Self.command(arguments, as: role, in: directory)
        let all = ProcessInfo.processInfo.environment.merging(Self.environment) { $1 }
        return try ChildProgram(program, words, environment: all, output: .pipe, errors: .pipe)
    }

    private func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: directory) }

    private static let environment = ["OUTGUIDE_SOCKET": "outguide.sock", "NO_COLOR": "1", "COLUMNS": "100"]

    private static func command(
        _ arguments: [String],
        as role: Role,
        in directory: String
    ) throws -> (program: String, arguments: [String]) {
        let group = "\(groups[role]?.number ?? 65_534)"
        let become = ["-C", directory, "/usr/bin/setpriv", "--reuid", "65534", "--regid", "65534", "--groups", group]
        return ("/usr/bin/env", become + [try BuiltProduct.path(of: "outguide")] + arguments)
    }
}
