import Printers
import Settings

/// ZPL printers behind a raw queue: CUPS only forwards their jobs, so the daemon queries them directly.
extension SocketPress {
    /// The address at which a printer behind a raw queue can be queried, if it takes ZPL and reports its status.
    func place(
        of printer: LabelPrinter,
        _ setting: PrinterConfiguration?,
        despite: OverriddenTroubles
    ) async throws -> Place? {
        guard let setting, setting.form == .zpl, setting.answers, let socket = printer.socket else { return nil }
        let place = Place(name: setting.name, host: socket.host, port: socket.port)
        // A printer whose queue is busy may accept no other connection.
        guard printer.state == .idle else { return place }
        do throws(PrintError) {
            try await check(place, answers: true, despite: despite)
        } catch {
            guard case .silent = error else { throw error }
            return nil
        }
        return place
    }

    /// The number of labels a printer behind a raw queue has printed so far; nil when it cannot be queried or does
    /// not count.
    func count(at target: PrintTarget) async -> LabelCount? {
        guard target.printer != nil, let place = target.place else { return nil }
        return try? await count(place)
    }

    /// Confirms a job that CUPS has finished by querying the printer's label count and comparing it with `count`.
    func confirm(
        _ job: inout PrintedJob,
        on target: PrintTarget,
        _ pages: PrintDocument.Pages?,
        since count: LabelCount?,
        report: @Sendable (PrintError?) async throws -> Void
    ) async throws {
        guard job.state == .completed, case .unknown = job.word, let place = target.place, let count, let pages else {
            return
        }
        job.word = try await word(place, of: pages, since: count, despite: target.despite, report: report)
    }
}
