import Glibc
import Records
import TransferLog
import Wire

/// Whether the daemon's clock can be believed.
struct ClockCheck: Check {
    static let name = "clock"
    /// What systemd-timesyncd, chrony and ntpd leave while they keep the clock right; into chrony's directory nobody
    /// else may look.
    static let keepers = ["/run/systemd/timesync/synchronized", "/run/chrony", "/run/ntpd.pid"]

    let log: TransferLog
    var site = LocalClock.utc
    var clock = UTCClock.system
    var keepers = Self.keepers
    /// What has been watching while the daemon runs; a new one knows of no step.
    var watch: ClockWatch?

    func findings() async -> [FindingResource] {
        if let trouble = await (watch ?? ClockWatch(log: log, clock: clock)).look() {
            return [.failed(Self.name, trouble.described(by: site), remedy: trouble.remedy)]
        }
        guard Self.isKept(by: keepers) else {
            let remedy = "install and start systemd-timesyncd or chrony"
            return [.warning(Self.name, "nothing here is known to keep the clock right", remedy: remedy)]
        }
        return [.ok(Self.name, "the clock says \(site.text(of: clock.now())), in the time zone \(site.zone)")]
    }

    /// Whether one of these files says that something keeps the clock right.
    static func isKept(by keepers: [String]) -> Bool { keepers.contains { access($0, F_OK) == 0 } }
}
