import Circulation
import CoreMetrics
import DaemonServices
import FoundationEssentials
import Glibc
import Hummingbird
import Intake
import Safekeeping
import Settings
import TransferLog
import Vocabulary
import Wire

/// Serves the daemon's metrics for monitoring.
struct MetricsRoutes {
    private let daemon: DaemonParts
    /// The routes restricted to roles that see everything.
    private let privileged: [Route]

    init(_ daemon: DaemonParts, of routes: [Route]) {
        self.daemon = daemon
        privileged = routes.filter { $0.access.roles.allSatisfy { $0.clearance == .everything } }
    }

    var routes: [Route] {
        [
            daemon.server.respond(to: API.Status.metrics) { call in
                let text = try await text(for: call.context)
                return Response(mediaType: "text/plain; version=0.0.4; charset=utf-8", bytes: Data(text.utf8))
            }
        ]
    }

    /// Returns the metrics collected continuously and those computed on request.
    private func text(for context: PeerContext) async throws -> String {
        let isShownAll = context.rights.clearance == .everything
        let counted = daemon.metrics?.text { !isShownAll && isPrivileged($0) } ?? ""
        return counted + (try await values(context))
    }

    /// Whether the series reveals the number of sealings, restrictions, expungements or other operations that are reserved
    /// for callers who see everything.
    private func isPrivileged(_ metric: MetricName) -> Bool {
        privileged.contains { route in
            guard route.routerPath.description == metric.dimensions["path"] else { return false }
            return metric.dimensions["method"].map { $0 == route.method.rawValue } ?? true
        }
    }

    private func values(_ context: PeerContext) async throws -> String {
        var text = ""
        func add(_ name: String, _ type: MetricSeries.Kind, _ help: String, _ values: [(String, Double)]) {
            text += "# HELP outguide_\(name) \(help)\n# TYPE outguide_\(name) \(type.rawValue)\n"
            for (labels, value) in values {
                let shown = value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
                text += "outguide_\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(shown)\n"
            }
        }
        func gauge(_ name: String, _ help: String, _ value: Double?) {
            if let value { add(name, .gauge, help, [("", value)]) }
        }
        func counter(_ name: String, _ help: String, _ value: Double?) {
            if let value { add(name, .counter, help, [("", value)]) }
        }
        let counts = try? await daemon.server.circulation(for: context).counts()
        let now = Double(daemon.clock.now().microseconds) / 1e6
        add("build_info", .gauge, "The version that runs.", [("version=\"\(Version.text)\"", 1)])
        gauge("start_time_seconds", "When the daemon started.", Double(daemon.startedAt.microseconds) / 1e6)
        let isWritable = daemon.log.trouble == nil && !daemon.log.isUnverified
        gauge("log_writable", "1 when the log takes entries, 0 when it is degraded or verified.", isWritable ? 1 : 0)
        counter("log_entries_total", "Entries of the log.", counts.map { Double($0.entries) })
        counter("readings_total", "Readings that were ever stored.", counts.map { Double($0.readings) })
        counter(
            "lost_readings_total",
            "Readings that a full queue could not take.",
            Double(daemon.scanners.roster.lostReadings)
        )
        let scanners = Dictionary(grouping: daemon.scanners.roster.attached) { $0.state == "reading" }
        gauge("scanners_reading", "Guns that are read.", Double(scanners[true]?.count ?? 0))
        gauge("scanners_failed", "Guns that should be read and are not.", Double(scanners[false]?.count ?? 0))
        gauge("scanner_trouble", "1 when no gun can be read at all.", daemon.scanners.roster.trouble == nil ? 0 : 1)
        let connections = daemon.connections.counts
        gauge("connections", "Clients that are connected.", Double(connections.open))
        counter(
            "connections_turned_away_total",
            "Clients turned away because the daemon was busy.",
            Double(connections.turnedAway)
        )
        gauge(
            "clock_trouble",
            "1 when the daemon's clock cannot be believed.",
            await daemon.clockWatch.look() == nil ? 0 : 1
        )
        counter(
            "clock_steps_total",
            "Times that the clock was set by five minutes or more.",
            Double(daemon.clockWatch.steps)
        )
        counter("access_rows_lost_total", "Rows that the record of access lost.", Double(daemon.access.book.lost))
        counter("reloads_total", "Reloads of the configuration that were carried out.", Double(daemon.reloads.done))
        counter("reload_failures_total", "Reloads that were refused.", Double(daemon.reloads.refused))
        let folders = await daemon.intake.folders.troubles()
        gauge(
            "drop_folders_failed",
            "Drop folders from which nothing can be filed.",
            Double(folders.count { $0.troubles.contains { $0.severity == .failed } })
        )
        gauge(
            "drop_folders_impaired",
            "Drop folders with files that are not filed and that somebody should look at.",
            Double(folders.count { $0.troubles.contains { $0.severity == .warning } })
        )
        let kinds = FolderTrouble.Kind.allCases.filter { kind in
            folders.contains { $0.troubles.contains { $0.kind == kind } }
        }
        add(
            "drop_folder_troubles",
            .gauge,
            "What is not filed from all drop folders, by kind: files or folders, 1 where it is about the folder itself.",
            kinds.map { kind in
                let counts = folders.flatMap { $0.troubles }.filter { $0.kind == kind }.map { max(1, $0.count) }
                return ("kind=\"\(kind.rawValue)\"", Double(counts.reduce(0, +)))
            }
        )
        gauge(
            "labels_in_doubt",
            "Labels that may or may not have come out of the printer.",
            (try? await daemon.server.circulation(for: context).doubts()).map {
                Double($0.reduce(0) { $0 + $1.labels })
            }
        )
        let audit = daemon.intake.audit.result.shown(to: context.rights.clearance)
        gauge("documents_missing", "Stored documents whose file is missing.", Double(audit.missing))
        gauge("documents_changed", "Stored documents whose file is not what was stored.", Double(audit.changed))
        let directory = daemon.configuration.stateDirectory
        gauge("disk_free_bytes", "Room on the disk of the log.", DiskRoom.free(in: directory).map { Double($0) })
        gauge(
            "checkpoint_time_seconds",
            "When the last checkpoint was signed.",
            FileTimes.modified(StateDirectory(within: directory).checkpoint)
        )
        gauge(
            "backup_time_seconds",
            "When the newest backup was made.",
            FileTimes.modified(StateDirectory(within: directory).lastBackup)
        )
        gauge("memory_bytes", "Resident memory of the daemon.", OwnProcess.residentBytes.map { Double($0) })
        gauge("open_files", "Descriptors that are open.", OwnProcess.openFiles.map { Double($0) })
        gauge("time_seconds", "The daemon's clock.", now)
        return text
    }
}
