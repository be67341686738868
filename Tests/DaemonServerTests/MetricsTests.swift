import CoreMetrics
import Foundation
import HTTPTypes
import Records
import Testing
import Yams

@testable import DaemonServer

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
