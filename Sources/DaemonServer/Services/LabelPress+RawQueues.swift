import Labels

/// Printers that take ZPL behind a raw queue: CUPS only passes on what they get, and they are asked past it.
extension LabelPress {
    /// Where a printer behind a raw queue can be asked itself: one that takes ZPL, and says how it is.
    func place(
        of printer: LabelPrinter,
        _ setting: PrinterConfiguration?,
        despite: Set<String>
    ) async throws -> SocketPress.Place? {
        guard let setting, setting.form == .zpl, setting.answers, let socket = printer.socket else { return nil }
        let place = SocketPress.Place(name: setting.name, host: socket.host, port: socket.port)
        // While its queue is at work it may take no other connection.
        guard printer.state == .idle else { return place }
        do throws(PrintError) {
            try await daemon.socketPress.check(place, answers: true, despite: despite)
        } catch {
            guard case .silent = error else { throw error }
            return nil
        }
        return place
    }

    /// How many labels a printer behind a raw queue has printed so far; nil when it cannot be asked, or does not count.
    func count(at target: PrintTarget) async -> LabelCount? {
        guard target.printer != nil, let place = target.place else { return nil }
        return try? await daemon.socketPress.count(place)
    }

    /// Asks a printer behind a raw queue about a job that its server has finished, by what it counted since.
    func ask(
        _ target: PrintTarget,
        about job: inout PrintedJob,
        _ pages: PrintDocument.Pages?,
        since count: LabelCount?,
        report: @Sendable (PrintError?) async throws -> Void
    ) async throws {
        guard job.state == .completed, case .unknown = job.word, let place = target.place, let count, let pages else {
            return
        }
        job.word = try await daemon.socketPress.word(
            place,
            of: pages,
            since: count,
            despite: target.despite,
            report: report
        )
    }
}
