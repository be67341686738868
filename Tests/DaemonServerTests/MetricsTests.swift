import CoreMetrics
import Foundation
import HTTPTypes
import Hummingbird
import Testing
import Vocabulary
import Yams

@testable import DaemonServer
@testable import DaemonServices
@testable import Intake
@testable import Safekeeping

/// What the daemon tells monitoring.
@Suite struct MetricsTests {
    private static let alerts = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "systemd/outguided.alerts.yaml")

    @Test func countsAndTimesAreToldInTheTextFormOfPrometheus() {
        let registry = MetricsRegistry()
        registry.makeCounter(label: "http_requests", dimensions: [("path", "/v1/\"x\"\n"), ("a", "b")]).increment(by: 3)
        registry.makeCounter(label: "http_requests", dimensions: [("path", "/v1/\"x\"\n"), ("a", "b")]).increment(by: 1)
        registry.makeMeter(label: "depth.now", dimensions: []).set(2.5 as Double)
        let timer = registry.makeTimer(label: "took", dimensions: [])
        timer.recordNanoseconds(3_000_000)
        timer.recordNanoseconds(20_000_000_000)
        let text = registry.text()
        #expect(text.contains("# TYPE outguide_http_requests_total counter\n"))
        #expect(text.contains("outguide_http_requests_total{a=\"b\",path=\"/v1/\\\"x\\\"\\n\"} 4\n"), "\(text)")
        #expect(text.contains("# TYPE outguide_depth_now gauge\noutguide_depth_now 2.5\n"))
        #expect(text.contains("outguide_took_seconds_bucket{le=\"0.0025\"} 0\n"))
        #expect(text.contains("outguide_took_seconds_bucket{le=\"0.005\"} 1\n"))
        #expect(text.contains("outguide_took_seconds_bucket{le=\"+Inf\"} 2\n"))
        #expect(text.contains("outguide_took_seconds_sum 20.003\noutguide_took_seconds_count 2\n"))
    }

    @Test func seriesDoNotGrowWithoutEnd() {
        let registry = MetricsRegistry()
        for number in 0..<5_000 { registry.makeCounter(label: "c", dimensions: [("n", "\(number)")]).increment(by: 1) }
        #expect(registry.text().split(separator: "\n").count == MetricsRegistry.mostSeries + 1)
    }

    /// How often things were sealed, restricted or expunged is a count of what others may not know of.
    @Test func countsOfPrivilegedActsAreForThoseWhoSeeEverything() async throws {
        let registry = MetricsRegistry()
        try await ScratchDaemon.with(metrics: registry) { parts in
            for route in RouteTable(parts).routes {
                let path = ("path", route.routerPath.description)
                let dimensions = [("method", route.method.rawValue), path, ("status", "200")]
                registry.makeCounter(label: "http_requests", dimensions: dimensions).increment(by: 1)
                registry.makeTimer(label: "http_request_duration", dimensions: [path]).recordNanoseconds(1)
            }
            func text(_ role: Role) async throws -> String {
                try await Asking(parts).ask(.get, "/v1/metrics", as: [role]).text
            }
            let all = try await text(.supervisor)
            for role in [Role.reader, .clerk] {
                let shown = try await text(role)
                for act in ["restriction", "expungement", "approval", "corrections", "rebuild"] {
                    #expect(!shown.contains(act), "\(role): \(act)")
                }
                // Orders are listed for all, and placed by supervisors.
                #expect(shown.contains(#"method="GET",path="/v1/holds""#))
                #expect(!shown.contains(#"method="POST",path="/v1/holds""#))
                #expect(!shown.contains(#"duration_seconds_count{path="/v1/holds"}"#))
                #expect(shown.contains(#"method="POST",path="/v1/moves""#))
            }
            #expect(all.contains("restriction") && all.contains("expungement") && all.contains("rebuild"))
        }
    }

    /// Documents of things that are kept from the caller are among those that are missing.
    @Test func howManyDocumentsAreMissingIsForThoseWhoSeeEverything() async throws {
        try await ScratchDaemon.with { parts in
            parts.intake.audit.update {
                $0.missing = 3
                $0.changed = 2
            }
            func texts(_ role: Role) async throws -> [String] {
                var texts: [String] = []
                for path in ["/v1/metrics", "/v1/status", "/v1/diagnosis"] {
                    texts.append(try await Asking(parts).ask(.get, path, as: [role]).text)
                }
                return texts
            }
            let all = try await texts(.supervisor)
            #expect(all[0].contains("documents_missing 3") && all[0].contains("documents_changed 2"))
            #expect(all[1].contains("3 documents are missing") && all[2].contains("3 documents are missing"))
            let some = try await texts(.clerk)
            #expect(some[0].contains("documents_missing 1") && some[0].contains("documents_changed 1"))
            for text in some[1...] {
                #expect(text.contains("stored documents are missing"))
                #expect(!text.contains("3 documents") && !text.contains("2 documents"))
            }
        }
    }

    @Test func everyAlertAsksForWhatIsTold() async throws {
        try await ScratchDaemon.with { parts in
            _ = try await parts.checkpoints.sign()
            _ = try await parts.backups.make(by: Attribution(principal: .daemon))
            let told = try await Asking(parts).ask(.get, "/v1/metrics", as: [.reader])
            #expect(told.status == 200 && told.type == "text/plain; version=0.0.4; charset=utf-8")
            let names = Set(
                told.text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
                    String($0.prefix { $0 != " " && $0 != "{" })
                }
            )
            let alerts = try String(contentsOf: Self.alerts, encoding: .utf8)
            _ = try Yams.load(yaml: alerts)
            let asked = alerts.split(separator: "\n").filter { $0.contains("expr:") }
                .flatMap { $0.matches(of: /outguide_[a-z_]+/).map { String($0.output) } }
            #expect(asked.count > 12)
            // The state directory of a scratch daemon is not that of its configuration: its files have no times.
            let elsewhere: Set = [
                "outguide_checkpoint_time_seconds", "outguide_backup_time_seconds", "outguide_disk_free_bytes",
            ]
            #expect(Set(asked).subtracting(names).isSubset(of: elsewhere), "\(Set(asked).subtracting(names))")
        }
    }
}
