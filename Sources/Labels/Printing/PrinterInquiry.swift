/// Asks one printer itself how it is, on a queue of its own: one that wakes up slowly holds up nobody who prints elsewhere.
actor PrinterInquiry {
    private let executor = PrintExecutor()
    private let session: PrintSession

    init(_ session: PrintSession) { self.session = session }

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// `printer` with what it says of itself; it is asked a second time, with more patience, when it says nothing.
    func asked(_ printer: LabelPrinter) -> LabelPrinter {
        let asked = session.asked(printer, resolves: true)
        return asked.mediaDoubt == .noAnswer ? session.asked(printer, patience: .waking, resolves: true) : asked
    }

    /// The same within `limit`, whatever blocks: a name service may, for minutes.
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
