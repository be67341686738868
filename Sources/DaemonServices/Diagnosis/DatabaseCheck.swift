package import TransferLog

/// Checks that the log accepts entries, and that they survive a power cut.
package struct DatabaseCheck: Check {
    static let name = "database"

    let log: TransferLog

    package init(log: TransferLog) { self.log = log }

    package func findings() async -> [Finding] {
        if let trouble = log.trouble {
            let remedy = "mend what it says, then restart outguided; “outguide restore” puts a backup back"
            return [.failed(Self.name, "the log takes nothing in: \(trouble)", remedy: remedy)]
        }
        if log.isUnverified {
            let message = "all of the log is verified, because it was not closed by outguided or was touched since"
            return [.warning(Self.name, message, remedy: "changes wait until that is done; ask “outguide status” then")]
        }
        do {
            let durability = try await log.durability()
            guard durability.journalMode == "wal", durability.synchronous == 2 else {
                let mode = "\(durability.journalMode), synchronous \(durability.synchronous)"
                let message = "the database runs as \(mode): a power cut may take moves along"
                return [.failed(Self.name, message, remedy: "restart outguided, and report it if it stays so")]
            }
            return [.ok(Self.name, "the log takes entries, and each is on the disk before it is acknowledged")]
        } catch {
            return [.failed(Self.name, "the database does not answer: \(error)", remedy: "restart outguided")]
        }
    }
}
