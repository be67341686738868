import Glibc
import Localization
package import TransferLog
package import Vocabulary

/// Checks that the daemon's clock is plausible.
package struct ClockCheck: Check {
    static let name = "clock"
    /// Files that exist while systemd-timesyncd, chrony or ntpd synchronises the clock; chrony's directory is not
    /// readable by other users.
    package static let keepers = ["/run/systemd/timesync/synchronized", "/run/chrony", "/run/ntpd.pid"]

    let log: TransferLog
    let site: LocalClock
    let clock: UTCClock
    let keepers: [String]
    /// The watch that runs with the daemon; a new one has not observed any step.
    let watch: ClockWatch?

    package init(
        log: TransferLog,
        site: LocalClock = .utc,
        clock: UTCClock = .system,
        keepers: [String] = Self.keepers,
        watch: ClockWatch? = nil
    ) {
        self.log = log
        self.site = site
        self.clock = clock
        self.keepers = keepers
        self.watch = watch
    }

    package func findings() async -> [Finding] {
        if let trouble = await (watch ?? ClockWatch(log: log, clock: clock)).look() {
            return [.failed(Self.name, trouble.message, remedy: trouble.remedy)]
        }
        guard Self.isKept(by: keepers) else {
            let remedy = Message("install and start systemd-timesyncd or chrony")
            return [.warning(Self.name, Message("nothing here is known to keep the clock right"), remedy: remedy)]
        }
        return [.ok(Self.name, Message("the clock says \(clock.now(), "time"), in the time zone \(site.zone, "zone")"))]
    }

    /// Whether one of these files shows that the clock is synchronised.
    package static func isKept(by keepers: [String]) -> Bool { keepers.contains { access($0, F_OK) == 0 } }
}
