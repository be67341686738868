import Printers

/// Grants exclusive use of printers in order of arrival.
actor PrinterTurns {
    private struct Waiter {
        let number: Int
        let go: CheckedContinuation<Void, any Error>
    }

    /// The waiters for each printer in use; no entry for a free printer.
    private var waiting: [PrinterAddress: [Waiter]] = [:]
    private var last = 0

    /// The turn did not come in time.
    struct TooLong: Error {}

    /// Runs `body` with exclusive use of `printer`; immediately for nil.
    ///
    /// Throws ``TooLong`` when the turn does not come within `limit`.
    nonisolated func hold<Result>(
        _ printer: PrinterAddress?,
        within limit: Duration? = nil,
        _ body: () async throws -> Result
    ) async throws -> Result {
        guard let printer else { return try await body() }
        if let limit { try await take(printer, within: limit) } else { try await take(printer) }
        do {
            let result = try await body()
            await leave(printer)
            return result
        } catch {
            await leave(printer)
            throw error
        }
    }

    /// Waits for a turn; throws when the task is cancelled first.
    func take(_ printer: PrinterAddress) async throws {
        try Task.checkCancellation()
        guard waiting[printer] != nil else {
            waiting[printer] = []
            return
        }
        last += 1
        let number = last
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                guard !Task.isCancelled else { return continuation.resume(throwing: CancellationError()) }
                waiting[printer]?.append(Waiter(number: number, go: continuation))
            }
        } onCancel: {
            Task { await self.giveUp(number, for: printer) }
        }
    }

    private nonisolated func take(_ printer: PrinterAddress, within limit: Duration) async throws {
        let turn = Task { try await take(printer) }
        let timer = Task {
            try await Task.sleep(for: limit)
            turn.cancel()
        }
        defer { timer.cancel() }
        do {
            try await withTaskCancellationHandler {
                try await turn.value
            } onCancel: {
                turn.cancel()
            }
        } catch is CancellationError {
            try Task.checkCancellation()
            throw TooLong()
        }
    }

    /// Ends a turn, and starts the next one.
    func leave(_ printer: PrinterAddress) {
        guard var waiters = waiting[printer], !waiters.isEmpty else {
            waiting[printer] = nil
            return
        }
        let next = waiters.removeFirst()
        waiting[printer] = waiters
        next.go.resume()
    }

    /// Whether `printer` is in use.
    func isTaken(_ printer: PrinterAddress) -> Bool { waiting[printer] != nil }

    /// The number of waiters for `printer`, not counting its current user.
    func count(at printer: PrinterAddress) -> Int { waiting[printer]?.count ?? 0 }

    private func giveUp(_ number: Int, for printer: PrinterAddress) {
        guard let index = waiting[printer]?.firstIndex(where: { $0.number == number }) else { return }
        waiting[printer]?.remove(at: index).go.resume(throwing: CancellationError())
    }
}
