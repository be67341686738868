public import Barcodes
import Synchronization
public import TransferLog
public import Vocabulary

/// The operations of the clerks: registering, scanning, moving and finding entities.
///
/// Each rule is judged and applied in one transaction of the log, so that nothing can change in between.
public struct Circulation: Sendable {
    package let log: TransferLog
    /// The caller's clearance.
    package let clearance: Clearance
    private let site: SharedSettings
    /// Records access to restricted entities; nil if access is not recorded.
    private let notice: (@Sendable ([Disclosure]) async throws -> Void)?

    /// Creates a circulation with full clearance whose access is not recorded, for the daemon itself.
    public init(log: TransferLog, settings: CirculationSettings) {
        self.init(log: log, site: SharedSettings(settings), clearance: .everything, notice: nil)
    }

    private init(
        log: TransferLog,
        site: SharedSettings,
        clearance: Clearance,
        notice: (@Sendable ([Disclosure]) async throws -> Void)?
    ) {
        self.log = log
        self.site = site
        self.clearance = clearance
        self.notice = notice
    }

    /// The current settings.
    public var settings: CirculationSettings { site.value }

    /// The present time, from which words like `yesterday` count.
    public var now: Timestamp { log.now }

    /// Replaces the settings for all copies of this circulation.
    public func adopt(_ settings: CirculationSettings) { site.value = settings }

    /// Returns this circulation with a caller's clearance.
    ///
    /// `notice` is called with the restricted entities that a query showed or concealed, before the query returns. An
    /// error that it throws replaces an answer that shows one.
    public func seen(
        as clearance: Clearance,
        notice: (@Sendable ([Disclosure]) async throws -> Void)? = nil
    ) -> Circulation {
        Circulation(log: log, site: site, clearance: clearance, notice: notice)
    }

    /// Runs `body` on one consistent state of the log, with the caller's clearance.
    ///
    /// - Throws: What `body` throws, `TransferLogError` if the log cannot be read, and what `notice` throws.
    package func read<Answer: Sendable>(_ body: @escaping @Sendable (LogView) throws -> Answer) async throws -> Answer {
        guard let notice else { return try await log.read(as: clearance, body) }
        let (answer, disclosures) = try await log.disclosure(as: clearance, body)
        if !disclosures.isEmpty { try await notice(disclosures) }
        return try answer.get()
    }

    /// Runs `body` in a transaction with the caller's clearance.
    ///
    /// Only concealed entities are passed to `notice`: completed acts are in the log itself.
    ///
    /// - Throws: What `body` throws, `TransferLogError` if the log cannot be written, and what `notice` throws.
    package func write<Answer: Sendable>(
        _ body: @escaping @Sendable (LogTransaction) throws -> Answer
    ) async throws -> Answer {
        guard let notice else { return try await log.write(as: clearance, body) }
        let concealed = Mutex<[Disclosure]>([])
        let answer: Result<Answer, any Error>
        do {
            answer = .success(
                try await log.write(
                    as: clearance,
                    noting: { disclosures in concealed.withLock { $0 = disclosures.filter { !$0.isShown } } },
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

    /// Returns this circulation with the lowest clearance that covers the entity with this barcode, for text printed on
    /// the item or container, which all of its readers can see.
    ///
    /// The clearance is unchanged if no entity has the barcode or if it is concealed from the caller.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    public func narrowed(toReadersOf barcode: Barcode) async throws -> Circulation {
        let level = try await log.read(as: clearance) { view in
            try view.entity(barcode: barcode).map { try view.restriction(of: $0.id) }
        }
        guard let level else { return self }
        let readers = Clearance.allCases.first { $0.reaches(level) } ?? .everything
        return seen(as: min(clearance, readers), notice: notice)
    }
}
