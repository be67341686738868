/// Queries the status of one printer on a queue of its own, so that a printer that wakes up slowly does not delay
/// others.
actor PrinterInquiry {
    private let executor = PrintExecutor()
    private let session: PrintSession

    init(_ session: PrintSession) { self.session = session }

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Returns `printer` with its own status.
    ///
    /// If it does not answer, it is queried a second time with longer limits.
    func asked(_ printer: LabelPrinter) -> LabelPrinter {
        let asked = session.asked(printer, resolves: true)
        return asked.mediaDoubt == .noAnswer ? session.asked(printer, patience: .waking, resolves: true) : asked
    }

    /// Returns `printer` with its own status within `limit`, even if a call blocks, as a name service may for minutes.
    nonisolated func asked(_ printer: LabelPrinter, within limit: Duration) async -> LabelPrinter {
        let (answers, answer) = AsyncStream.makeStream(of: LabelPrinter.self, bufferingPolicy: .bufferingOldest(1))
        Task { answer.yield(await asked(printer)) }
        let timer = Task {
            try? await Task.sleep(for: limit)
            var printer = printer
            printer.mediaDoubt = .noAnswer
            answer.yield(printer)
        }
        defer { timer.cancel() }
        for await answer in answers { return answer }
        return printer
    }
}
