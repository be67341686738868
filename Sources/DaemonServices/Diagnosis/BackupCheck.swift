import Localization
import Safekeeping
package import TransferLog
import Vocabulary

/// Checks the age of the newest backup.
package struct BackupCheck: Check {
    static let name = "backup"
    /// Days after which a nightly backup is late, and after which this is an alarm.
    static let late = 2.0
    static let missing = 7.0

    let stamp: String
    let log: TransferLog
    let clock: UTCClock

    package init(stamp: String, log: TransferLog, clock: UTCClock = .system) {
        self.stamp = stamp
        self.log = log
        self.clock = clock
    }

    package func findings() async -> [Finding] {
        let remedy = Message(
            "outguide backup FILE; “systemctl enable --now outguided-backup.timer” makes one every night"
        )
        guard let made = FileTimes.modified(stamp) else {
            let isNew = (try? await log.read { try $0.newestEntry() == nil }) ?? false
            let message = Message("no backup was ever made here")
            return [isNew ? .warning(Self.name, message, remedy: remedy) : .failed(Self.name, message, remedy: remedy)]
        }
        let days = (Double(clock.now().microseconds) / 1e6 - made) / 86_400
        let age =
            days < 1
            ? Message("the newest backup is of today")
            : Message(
                "the newest backup is {count} day old",
                plural: "the newest backup is {count} days old",
                count: Int(days)
            )
        if days > Self.missing { return [.failed(Self.name, age, remedy: remedy)] }
        if days > Self.late { return [.warning(Self.name, age, remedy: remedy)] }
        return [.ok(Self.name, age)]
    }
}
