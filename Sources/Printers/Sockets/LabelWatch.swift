import Localization

/// Determines what a printer without CUPS printed, from its status while it prints.
///
/// The counter decides. Without a counter the outcome is never certain: if the printer is paused and the job cancelled
/// between two queries, its empty buffer looks the same as after printing.
struct LabelWatch: Sendable {
    /// How long a printer with an empty buffer may still be counting or receiving data.
    private static let counting = Duration.seconds(10)
    /// How long a printer without a counter must report an empty buffer, because it may answer before it has processed
    /// the data.
    private static let settling = Duration.milliseconds(300)

    private let pages: PrintDocument.Pages?
    private let before: LabelCount?
    private let needed: Int?
    private var last: SocketStatus?
    private var wentWhileHalted = false
    private var emptySince: Duration?
    private var counted = 0

    init(pages: PrintDocument.Pages?, before: LabelCount?) {
        self.pages = pages
        self.before = before
        needed = pages.flatMap { pages in before?.counter.rise(for: pages) }
    }

    /// The counter that decides; nil if there is none.
    var counter: LabelCounter? { needed == nil ? nil : before?.counter }

    /// Returns the outcome, given the status and the counter `waited` after all data were sent; nil while it is
    /// undecided.
    mutating func word(_ status: SocketStatus, count: Int?, after waited: Duration) -> PrinterWord? {
        if let last, last.isHalted, status.remaining < last.remaining { wentWhileHalted = true }
        last = status
        guard status.remaining == 0 else {
            emptySince = nil
            return nil
        }
        let risen = count.flatMap { count in before.map { count - $0.value } }
        if let risen, risen != counted { (counted, emptySince) = (risen, nil) }
        let since = emptySince ?? waited
        emptySince = since
        if let needed {
            if let risen, risen >= needed, status.obstacles.isEmpty { return .printed }
            guard waited - since >= Self.counting else { return nil }
            return .failed(lack(of: needed))
        }
        if wentWhileHalted { return .failed(Message("what it had left went while it was halted")) }
        guard !status.isHalted, waited - since >= Self.settling else { return nil }
        return .unknown(
            before == nil
                ? Message("it keeps no counter") : Message("its counter is too coarse for labels this short")
        )
    }

    /// Says that the counter rose by less than `needed`.
    private func lack(of needed: Int) -> Message {
        switch before?.counter {
        case .length:
            Message(
                "it counted \(counted, "count") of at least \(needed, "needed") cm of labels, and has nothing left"
            )
        case .meter:
            Message(
                "it counted \(counted, "count") of at least \(needed, "needed") mm of labels, and has nothing left"
            )
        case .labels, nil:
            Message("it counted \(counted, "count") of \(needed, "needed") labels, and has nothing left")
        }
    }
}
