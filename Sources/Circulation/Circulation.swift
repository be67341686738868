public import Barcodes
public import Records
import Synchronization
public import TransferLog

/// What clerks do: things are registered, scanned, moved and looked for.
///
/// Every rule is judged and obeyed in one transaction of the log, so that nothing can change in between.
public struct Circulation: Sendable {
    let log: TransferLog
    /// What whoever asks may see.
    let sight: Sight
    private let site: SharedSettings
    /// Who keeps what was asked for of things that are kept from some; nobody when nil.
    private let notice: (@Sendable ([Glimpse]) async throws -> Void)?

    /// A circulation that sees everything and tells nobody what it looks at: the daemon's own.
    public init(log: TransferLog, settings: CirculationSettings) {
        self.init(log: log, site: SharedSettings(settings), sight: .everything, notice: nil)
    }

    private init(
        log: TransferLog,
        site: SharedSettings,
        sight: Sight,
        notice: (@Sendable ([Glimpse]) async throws -> Void)?
    ) {
        self.log = log
        self.site = site
        self.sight = sight
        self.notice = notice
    }

    /// What holds now.
    public var settings: CirculationSettings { site.value }

    /// Lets other settings hold from now on, for everybody who shares this circulation.
    public func adopt(_ settings: CirculationSettings) { site.value = settings }

    /// The same circulation, as somebody sees it.
    ///
    /// `notice` is called with what a question showed or concealed of things that are kept from some, before it is
    /// answered; what it throws is thrown in the place of an answer that shows one.
    public func seen(
        as sight: Sight,
        notice: (@Sendable ([Glimpse]) async throws -> Void)? = nil
    ) -> Circulation {
        Circulation(log: log, site: site, sight: sight, notice: notice)
    }

    /// Runs `body` on one consistent state of the log, as far as whoever asks may see it.
    func read<Answer: Sendable>(_ body: @escaping @Sendable (LogView) throws -> Answer) async throws -> Answer {
        guard let notice else { return try await log.read(as: sight, body) }
        let (answer, glimpses) = try await log.glimpse(as: sight, body)
        if !glimpses.isEmpty { try await notice(glimpses) }
        return try answer.get()
    }

    /// Runs `body` in a transaction that sees what whoever asks may see.
    ///
    /// Only what was concealed is noticed: what was done is in the log itself.
    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (LogTransaction) throws -> Answer
    ) async throws -> Answer {
        guard let notice else { return try await log.write(as: sight, body) }
        let concealed = Mutex<[Glimpse]>([])
        let answer: Result<Answer, any Error>
        do {
            answer = .success(
                try await log.write(
                    as: sight,
                    noting: { glimpses in concealed.withLock { $0 = glimpses.filter { !$0.isShown } } },
                    body
                )
            )
        } catch {
            answer = .failure(error)
        }
        let missed = concealed.withLock { $0 }
        if !missed.isEmpty { try await notice(missed) }
        return try answer.get()
    }

    /// The thing with this barcode; refused when there is none.
    public func record(_ barcode: Barcode) async throws -> RecordLine {
        try await read { view in
            let record = try Self.known(barcode, in: view)
            try view.witnessTitle(of: record)
            return try RecordLine(record, in: view, withOrders: true)
        }
    }

    /// The same circulation as those see it who may know of the thing with this barcode, and of nothing beyond: what is
    /// written on the thing is read by all of them.
    ///
    /// The circulation is not narrowed for a barcode that nothing has, or nothing of which the caller may know.
    public func narrowed(toReadersOf barcode: Barcode) async throws -> Circulation {
        let level = try await log.read(as: sight) { view in
            try view.record(barcode: barcode).map { try view.restriction(of: $0.id) }
        }
        guard let level else { return self }
        let readers = Sight.allCases.first { $0.reaches(level) } ?? .everything
        return seen(as: min(sight, readers), notice: notice)
    }

    static func known(_ barcode: Barcode, in view: LogView) throws -> Record {
        guard let record = try view.record(barcode: barcode) else {
            throw Refusal.unknown(barcode)
        }
        return record
    }
}
