import Localization
package import TransferLog

/// Checks that the log accepts entries, and that they survive a power cut.
package struct DatabaseCheck: Check {
    static let name = "database"

    let log: TransferLog

    package init(log: TransferLog) { self.log = log }

    package func findings() async -> [Finding] {
        if let trouble = log.trouble {
            let remedy = Message("mend what it says, then restart outguided; “outguide restore” puts a backup back")
            return [.failed(Self.name, Message("the log takes nothing in: \(trouble, "reason")"), remedy: remedy)]
        }
        if log.isUnverified {
            let message = Message(
                "all of the log is verified, because it was not closed by outguided or was touched since"
            )
            return [
                .warning(
                    Self.name,
                    message,
                    remedy: Message("changes wait until that is done; ask “outguide status” then")
                )
            ]
        }
        do {
            let durability = try await log.durability()
            guard durability.journalMode == "wal", durability.synchronous == 2 else {
                let mode = "\(durability.journalMode), synchronous \(durability.synchronous)"
                let message = Message("the database runs as \(mode, "mode"): a power cut may take moves along")
                return [.failed(Self.name, message, remedy: Message("restart outguided, and report it if it stays so"))]
            }
            return [.ok(Self.name, Message("the log takes entries, and each is on the disk before it is acknowledged"))]
        } catch {
            return [
                .failed(
                    Self.name,
                    Message("the database does not answer: \(error.asMessage, "reason")"),
                    remedy: Message("restart outguided")
                )
            ]
        }
    }
}
