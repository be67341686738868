import Localization

/// A printer that accepts ZPL directly over the network.
///
/// Its status is queried before and after printing, so that nothing counts as printed without evidence.
actor NetworkPrinter {
    private let host: String
    private let port: UInt16
    private let executor = PrintExecutor()
    private let clock = ContinuousClock()
    private var isAtWork = false
    /// What prevents the printer from continuing with the current document.
    private var trouble: PrintError?
    /// Counters that the printer does not support, according to an earlier response or a missing one.
    private var unknown: Set<LabelCounter> = []
    /// Whether the printer reports its errors, as far as known.
    private var namesErrors = true

    private static let firstPause = Duration.milliseconds(50)
    private static let longestPause = Duration.milliseconds(250)
    /// How long the printer may be silent before that is reported.
    private static let silence = Duration.seconds(3)
    /// How long the printer may stand still without a reason before that is reported.
    private static let patience = Duration.seconds(10)
    /// How long the printer may stand still before its errors are queried.
    private static let stillness = Duration.seconds(1)
    /// How long the printer may be unreachable before the wait ends.
    private static let absence = Duration.seconds(90)

    init(host: String, port: UInt16) {
        self.host = host
        self.port = port
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Implements ``SocketPress/check(_:answers:despite:)``.
    func check(_ name: String, answers: Bool, despite: OverriddenTroubles) throws(PrintError) {
        guard !isAtWork else {
            if let trouble, !despite.overrides(trouble.kind) { throw trouble }
            return
        }
        var talk = PrinterTalk(try SocketConnection(to: host, port: port, named: name), name)
        guard answers else { return }
        if let trouble = try status(&talk).without(despite).trouble(of: name) { throw trouble }
    }

    /// Implements ``SocketPress/print(_:on:answers:despite:begun:report:)``.
    func print(
        _ document: PrintDocument,
        _ name: String,
        answers: Bool,
        despite: OverriddenTroubles,
        begun: @Sendable () async throws -> Void,
        report: @Sendable (PrintError?) async throws -> Void
    ) async throws -> PrinterWord {
        guard !document.bytes.isEmpty else { throw PrintError.emptyDocument }
        var talk = PrinterTalk(try SocketConnection(to: host, port: port, named: name), name)
        var count: LabelCount?
        if answers {
            if let trouble = try status(&talk).without(despite).trouble(of: name) { throw trouble }
            count = try counted(&talk)
        }
        try await begun()
        isAtWork = true
        defer {
            isAtWork = false
            trouble = nil
        }
        try await write(document.bytes, &talk, name, report)
        guard answers else {
            talk.finish()
            return .unknown(Message("it never says how it is"))
        }
        return try await follow(&talk, name, LabelWatch(pages: document.pages, before: count), despite, report)
    }

    /// Implements ``SocketPress/count(_:)``.
    func count(_ name: String) throws(PrintError) -> LabelCount? {
        var talk = PrinterTalk(try SocketConnection(to: host, port: port, named: name), name)
        return try counted(&talk)
    }

    /// Implements ``SocketPress/word(_:of:since:despite:report:)``.
    func word(
        _ name: String,
        of pages: PrintDocument.Pages,
        since count: LabelCount,
        despite: OverriddenTroubles,
        report: @Sendable (PrintError?) async throws -> Void
    ) async throws -> PrinterWord {
        var talk = PrinterTalk(try SocketConnection(to: host, port: port, named: name), name)
        return try await follow(&talk, name, LabelWatch(pages: pages, before: count), despite, report)
    }

    private func counted(_ talk: inout PrinterTalk) throws(PrintError) -> LabelCount? {
        for counter in LabelCounter.allCases where !unknown.contains(counter) {
            switch try talk.value(of: counter, milliseconds: 1_000) {
            case .value(let value): return LabelCount(counter: counter, value: value)
            case .unknown: unknown.insert(counter)
            case .silence:
                // The printer does not support the query.
                unknown.formUnion(LabelCounter.allCases.filter { $0.isVariable == counter.isVariable })
            }
        }
        return nil
    }

    private func status(_ talk: inout PrinterTalk) throws(PrintError) -> SocketStatus {
        let status = try talk.status()
        return status.with(try errors(&talk))
    }

    /// Returns the printer's errors; nil for a printer that does not report them, which is queried only once.
    private func errors(_ talk: inout PrinterTalk) throws(PrintError) -> HostErrors? {
        guard namesErrors else { return nil }
        let errors = try talk.errors(milliseconds: 1_000)
        namesErrors = errors != nil
        return errors
    }

    /// Sends `bytes`, without a time limit, because the printer may halt in the middle.
    private func write(
        _ bytes: [UInt8],
        _ talk: inout PrinterTalk,
        _ name: String,
        _ report: @Sendable (PrintError?) async throws -> Void
    ) async throws {
        var rest = bytes[...]
        var blocked = Duration.zero
        while true {
            let left = rest.count
            rest = try talk.write(rest)
            guard !rest.isEmpty else { break }
            blocked = rest.count == left ? blocked + PrinterTalk.blocking : .zero
            guard blocked >= Self.silence else { continue }
            // Many printers report on a second connection why the first one is halted.
            let words = Message("it has taken in nothing for some seconds")
            try await note(elsewhere(name)?.delay(of: name) ?? .busy(printer: name, words: words), report)
        }
    }

    private func elsewhere(_ name: String) -> SocketStatus? {
        guard let connection = try? SocketConnection(to: host, port: port, named: name, milliseconds: 1_000) else {
            return nil
        }
        var talk = PrinterTalk(connection, name)
        return try? talk.answer(within: 1_000)
    }

    /// Follows the document until it is printed or has certainly failed.
    private func follow(
        _ talk: inout PrinterTalk,
        _ name: String,
        _ watch: LabelWatch,
        _ despite: OverriddenTroubles,
        _ report: @Sendable (PrintError?) async throws -> Void
    ) async throws -> PrinterWord {
        var watch = watch
        let start = clock.now
        var heard = start
        var pause = Self.firstPause
        var delay: PrintError?
        var (remaining, moved) = (0, start)
        while true {
            do throws(PrintError) {
                if var status = try talk.answer(within: 1_000) {
                    heard = clock.now
                    // The printer may stand still because of an error that it reports only on request.
                    if moved.duration(to: heard) > Self.stillness { status = status.with(try errors(&talk)) }
                    status = status.without(despite)
                    let count = try status.remaining == 0 ? self.count(for: watch, &talk) : nil
                    if let word = watch.word(status, count: count, after: start.duration(to: heard)) { return word }
                    if status.remaining != remaining { (remaining, moved) = (status.remaining, heard) }
                    delay = status.delay(of: name)
                    if delay == nil, moved.duration(to: heard) > Self.patience {
                        delay = .busy(
                            printer: name,
                            words: Message("\(remaining, "count") of what it has are left, as some seconds ago")
                        )
                    }
                } else if heard.duration(to: clock.now) >= Self.silence {
                    delay = .busy(printer: name, words: Message("it has not answered for some seconds"))
                }
            } catch {
                // The printer's counter shows what was printed before the connection broke.
                guard watch.counter != nil, heard.duration(to: clock.now) < Self.absence else { throw error }
                delay = .busy(printer: name, words: Message("the connection broke"))
                if let again = try? SocketConnection(to: host, port: port, named: name, milliseconds: 1_000) {
                    talk = PrinterTalk(again, name)
                }
            }
            try await note(delay, report)
            try await Task.sleep(for: pause, clock: clock)
            pause = min(pause * 3 / 2, Self.longestPause)
        }
    }

    private func count(for watch: LabelWatch, _ talk: inout PrinterTalk) throws(PrintError) -> Int? {
        guard let counter = watch.counter else { return nil }
        if case .value(let value) = try talk.value(of: counter, milliseconds: 2_000) { return value }
        return nil
    }

    /// Stores and reports the trouble.
    ///
    /// Each call of `report` lets the waiting caller give up.
    private func note(_ trouble: PrintError?, _ report: @Sendable (PrintError?) async throws -> Void) async throws {
        self.trouble = trouble?.isPassing == true ? nil : trouble
        try await report(trouble)
    }
}
