package import Circulation
import Glibc
import Localization
package import Logging
package import Safekeeping
import Stations
package import TransferLog
import Vocabulary

/// The log of a daemon, with its keys and the checkpoints outside of its database.
package struct OpenedLog: Sendable {
    /// The number of entries verified against their hashes at a start.
    private static let newestEntries = 1_000
    /// How long a start waits for the verification of a log before clients are served.
    private static let longestStart = Duration.seconds(5)

    package let log: TransferLog
    package let keys: SigningKeys
    /// The files that hold the last checkpoint.
    package let outside: [CheckpointFile]
    package let checkpoints: CheckpointKeeper

    /// A log that is open already, whose keys and checkpoint are in `directory`.
    package init(_ log: TransferLog, in directory: StateDirectory, copies: [String] = []) {
        self.log = log
        keys = SigningKeys(directory: directory)
        outside = ([directory.checkpoint] + copies).map(CheckpointFile.init(path:))
        checkpoints = CheckpointKeeper(log: log, keys: keys, files: outside)
    }

    /// Opens the log in `directory`, or its readable part: a daemon that reports the problem is more useful than none.
    ///
    /// - Parameter copies: additional files for the last checkpoint.
    package init(openingIn directory: StateDirectory, copies: [String], logger: Logger) {
        let outside = ([directory.checkpoint] + copies).map(CheckpointFile.init(path:))
        self.init(Self.opened(directory, outside: outside, logger: logger), in: directory, copies: copies)
        log.observeTrouble { [weak log] in
            guard let trouble = log?.trouble, !trouble.mayPass else { return }
            logger.critical("the log is closed to writing", metadata: ["reason": "\(trouble)"])
        }
    }

    private static func opened(
        _ directory: StateDirectory,
        outside: [CheckpointFile],
        logger: Logger
    ) -> TransferLog {
        let keys = SigningKeys(directory: directory)
        let closingKey = { @Sendable in keys.closingKey }
        let restore = PendingRestore(in: directory)
        if restore.isDecided {
            do {
                let kept = try restore.carryOut(checkpoints: outside)
                logger.notice("finished a restore", metadata: ["before": "\(kept)"])
            } catch {
                // It is tried again at the next start; missing entries are detected when the checkpoints are checked.
                logger.critical("a restore is not finished", metadata: ["reason": "\(error)"])
                guard access(directory.log, F_OK) == 0 else {
                    // A new log must not be created in place of the restored one.
                    let what = Message(
                        "the log is not in its place, a restore is not finished: \("\(error)", "reason"); "
                            + "start outguided again"
                    )
                    return TransferLog(reading: directory.log, despite: .damaged(what), closingKey: closingKey)
                }
            }
        }
        do throws(BackupError) {
            // Copies that the last run left incomplete.
            try restore.discardDraft()
            try Directory(path: directory.backups).remove()
        } catch {
            logger.warning("leftovers of a copy stay where they are", metadata: ["reason": "\(error)"])
        }
        do throws(TransferLogError) {
            return try TransferLog(path: directory.log, closingKey: closingKey)
        } catch {
            logger.critical("the log cannot be opened", metadata: ["reason": "\(error)"])
            return TransferLog(reading: directory.log, despite: error, closingKey: closingKey)
        }
    }

    /// Checks the log; one that may be the wrong log is closed to writing and remains readable.
    package func check() async {
        do {
            await log.checkNewest(Self.newestEntries)
            try await checkpoints.check()
            // An unverified log accepts no entries before it is verified.
            if !log.isUnverified { try await checkpoints.nameKey() }
        } catch {
            guard log.trouble == nil else { return }
            switch error {
            // Temporary read failures are tried again.
            case let error as TransferLogError where error.mayPass: log.close(for: error)
            case CheckpointKeeperError.unreadable(let path, let reason):
                log.close(for: .inputOutput("\(path): \(reason.english)"))
            default: log.degrade(error.asMessage)
            }
        }
    }

    /// Completes what the last run left, as soon as the log is verified; waits for a short verification only.
    ///
    /// Returns the service that goes on with a long verification, while the log is served.
    ///
    /// - Throws: an error of the log if what the last run left cannot be completed.
    package func verify(for circulation: Circulation, logger: Logger) async throws -> TableVerificationService {
        let tables = TableVerificationService(of: log, logger: logger) {
            try await checkpoints.nameKey()
            try await finishLastRun(of: circulation, logger: logger)
        }
        if log.isUnverified {
            // A short verification is part of the start; a large log is served while it is verified.
            await tables.hasEnded(within: Self.longestStart)
        } else {
            try await finishLastRun(of: circulation, logger: logger)
        }
        return tables
    }

    /// Interprets readings that the last run stored, and ends sessions that nobody uses; does nothing while the log
    /// cannot be written.
    ///
    /// - Throws: an error of the log if a reading cannot be interpreted.
    package func finishLastRun(of circulation: Circulation, logger: Logger) async throws {
        guard log.trouble == nil else { return }
        let outcomes = try await circulation.seen(as: Role.clerk.clearance).interpretOpenReadings()
        if !outcomes.isEmpty {
            logger.notice("interpreted readings of the last run", metadata: ["count": "\(outcomes.count)"])
        }
        try await circulation.forgetIdleSessions()
    }
}
