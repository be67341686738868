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

    func findings() async -> [FindingResource] {
        let now = clock.now()
        let newest = try? await log.read { view in
            try view.newestEntry().map { try view.entry($0).recordedAt }
        }
        if let newest = newest ?? nil, newest > now.advanced(bySeconds: 2) {
            let times = (now: site.text(of: now), newest: site.text(of: newest))
            let message = "the clock says \(times.now), and the newest entry is of \(times.newest): it stands behind"
            return [.failed(Self.name, message, remedy: "set the clock; “timedatectl status” says who keeps it")]
        }
        guard keepers.contains(where: { access($0, F_OK) == 0 }) else {
            let remedy = "install and start systemd-timesyncd or chrony"
            return [.warning(Self.name, "nothing here is known to keep the clock right", remedy: remedy)]
        }
        return [.ok(Self.name, "the clock says \(site.text(of: now)), in the time zone \(site.zone)")]
    }
}
