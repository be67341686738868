/// A printer that takes ZPL straight from the network.
///
/// It is asked how it is, before and after, so that nothing counts as printed that is not.
actor NetworkPrinter {
    private let host: String
    private let port: UInt16
    private let executor = PrintExecutor()
    private let clock = ContinuousClock()
    private var isAtWork = false
    /// What keeps it from going on with the document that it has.
    private var trouble: PrintError?
    /// Counters that it does not keep, as it once said, or did not say.
    private var unknown: Set<LabelCounter> = []
    /// Whether it says which errors it has, as far as that is known.
    private var namesErrors = true

    private static let firstPause = Duration.milliseconds(50)
    private static let longestPause = Duration.milliseconds(250)
    /// How long it may answer nothing before it is said that it does not.
    private static let silence = Duration.seconds(3)
    /// How long it may print nothing, without a reason, before that is said.
    private static let patience = Duration.seconds(10)
    /// How long it may print nothing before it is asked for its errors.
    private static let stillness = Duration.seconds(1)
    /// How long it may be away before nobody waits for it any more.
    private static let absence = Duration.seconds(90)

    init(host: String, port: UInt16) {
        self.host = host
        self.port = port
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// As ``SocketPress/check(_:answers:despite:)``.
    func check(_ name: String, answers: Bool, despite: OverriddenTroubles) throws(PrintError) {
        guard !isAtWork else {
            if let trouble, !despite.overrides(trouble.kind) { throw trouble }
            return
        }
        var talk = PrinterTalk(try SocketConnection(to: host, port: port, named: name), name)
        guard answers else { return }
        if let trouble = try status(&talk).without(despite).trouble(of: name) { throw trouble }
    }

    /// As ``SocketPress/print(_:on:answers:despite:begun:report:)``.
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
            return .unknown("it never says how it is")
        }
        return try await follow(&talk, name, LabelWatch(pages: document.pages, before: count), despite, report)
    }

    /// As ``SocketPress/count(_:)``.
    func count(_ name: String) throws(PrintError) -> LabelCount? {
        var talk = PrinterTalk(try SocketConnection(to: host, port: port, named: name), name)
        return try counted(&talk)
    }

    /// As ``SocketPress/word(_:of:since:despite:report:)``.
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
                // It does not know the question.
                unknown.formUnion(LabelCounter.allCases.filter { $0.isVariable == counter.isVariable })
            }
        }
        return nil
    }

    private func status(_ talk: inout PrinterTalk) throws(PrintError) -> SocketStatus {
        let status = try talk.status()
        return status.with(try errors(&talk))
    }

    /// Its errors by their names; nil for a printer that does not say them, which is asked once.
    private func errors(_ talk: inout PrinterTalk) throws(PrintError) -> HostErrors? {
        guard namesErrors else { return nil }
        let errors = try talk.errors(milliseconds: 1_000)
        namesErrors = errors != nil
        return errors
    }

    /// Sends `bytes`, however long the printer takes them for, as it may be halted in the middle.
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
            // Many answer on a second connection what halts the first.
            let words = "it has taken in nothing for some seconds"
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

    /// Stays with what it was sent until that is printed, or surely will not be.
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
                    // What stands still may do so for an error that it only says when it is asked for it.
                    if moved.duration(to: heard) > Self.stillness { status = status.with(try errors(&talk)) }
                    status = status.without(despite)
                    let count = try status.remaining == 0 ? self.count(for: watch, &talk) : nil
                    if let word = watch.word(status, count: count, after: start.duration(to: heard)) { return word }
                    if status.remaining != remaining { (remaining, moved) = (status.remaining, heard) }
                    delay = status.delay(of: name)
                    if delay == nil, moved.duration(to: heard) > Self.patience {
                        delay = .busy(printer: name, words: "\(remaining) of what it has are left, as some seconds ago")
                    }
                } else if heard.duration(to: clock.now) >= Self.silence {
                    delay = .busy(printer: name, words: "it has not answered for some seconds")
                }
            } catch {
                // What it printed before the connection broke its counter knows.
                guard watch.counter != nil, heard.duration(to: clock.now) < Self.absence else { throw error }
                delay = .busy(printer: name, words: "the connection broke")
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

    /// Reports each time, so that whoever waits can give up.
    private func note(
        _ trouble: PrintError?,
        _ report: @Sendable (PrintError?) async throws -> Void
    ) async throws {
        self.trouble = trouble?.isPassing == true ? nil : trouble
        try await report(trouble)
    }
}
