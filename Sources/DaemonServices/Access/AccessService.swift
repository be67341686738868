package import Logging
import Safekeeping
import ServiceLifecycle
import TransferLog
package import Vocabulary

/// Writes the access record, records changes of role membership, and prunes rows older than the retention period.
package struct AccessService: Service {
    /// Maximum number of rows per commit.
    private static let batch = 256

    let recorder: AccessRecorder
    let roles: RoleBook
    /// The number of days for which rows are kept; at least a year.
    let retention: @Sendable () -> Int
    /// The site's clock, which delimits those days.
    let clock: @Sendable () -> LocalClock
    let clockWatch: ClockWatch
    let interval: Duration
    let logger: Logger

    package init(
        recorder: AccessRecorder,
        roles: RoleBook,
        retention: @escaping @Sendable () -> Int,
        clock: @escaping @Sendable () -> LocalClock,
        clockWatch: ClockWatch,
        interval: Duration,
        logger: Logger
    ) {
        self.recorder = recorder
        self.roles = roles
        self.retention = retention
        self.clock = clock
        self.clockWatch = clockWatch
        self.interval = interval
        self.logger = logger
    }

    package func run() async throws {
        await lookAround()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for await _ in recorder.book.wakes.cancelOnGracefulShutdown() { await drain() }
            }
            group.addTask {
                do {
                    try await cancelWhenGracefulShutdown {
                        while true {
                            try await Task.sleep(for: interval)
                            recorder.book.close(at: recorder.clock.now())
                            await lookAround()
                        }
                    }
                } catch is CancellationError {
                    // Cancellation is how the daemon stops its services.
                }
            }
            try await group.waitForAll()
        }
        recorder.book.close(at: .latest)
        await drain()
    }

    /// Records changes of role membership, and prunes.
    func lookAround() async {
        do {
            let members = try await BlockingWork.run {
                roles.refresh()
                return roles.members()
            }
            let changes = try await recorder.log.write { try $0.keepRoleHolders(members) }
            try await recorder.write(changes.map(row))
            try await prune()
        } catch {
            logger.debug("who has which role cannot be recorded now", metadata: ["reason": "\(error)"])
        }
    }

    /// Does nothing while the clock is in doubt, because it may be years ahead.
    private func prune() async throws {
        guard await clockWatch.look() == nil else { return }
        let now = recorder.clock.now()
        let clock = clock()
        let first = CalendarDay(daysSince1970: clock.day(of: now).daysSince1970 - retention())
        let limit = clock.start(of: first)
        let pruned = try await recorder.log.write { transaction in
            let count = try transaction.pruneAccess(before: limit, limit: 10_000)
            if count > 0 {
                try transaction.note(
                    Access(
                        at: now,
                        principal: .daemon,
                        roles: [],
                        act: .record,
                        route: "prune",
                        isGranted: true,
                        detail: "\(count) rows from before \(clock.text(of: limit))"
                    )
                )
            }
            return count
        }
        if pruned > 0 { logger.notice("pruned the record of access", metadata: ["rows": "\(pruned)"]) }
    }

    /// Writes the queued rows; rows that cannot be written stay queued.
    private func drain() async {
        while true {
            var (rows, lost) = recorder.book.next(limit: Self.batch)
            if lost > 0 {
                logger.critical("rows of the record of access were lost", metadata: ["count": "\(lost)"])
                let what = "\(lost) rows were lost: more came than could be written"
                rows.append(
                    Access(
                        at: recorder.clock.now(),
                        principal: .daemon,
                        roles: [],
                        act: .record,
                        route: "lost",
                        isGranted: false,
                        detail: what
                    )
                )
            }
            guard !rows.isEmpty else { return }
            do {
                try await recorder.write(rows)
                recorder.book.written(rows.count - (lost > 0 ? 1 : 0))
            } catch {
                logger.error("the record of access cannot be written", metadata: ["reason": "\(error)"])
                return
            }
        }
    }

    private func row(_ change: RoleChange) -> Access {
        Access(
            at: recorder.clock.now(),
            principal: .daemon,
            roles: [],
            act: .role,
            route: "roles",
            isGranted: change.isGiven,
            detail: "\(change.holder) \(change.isGiven ? "has" : "has no more") the role \(change.role.rawValue)"
        )
    }
}
