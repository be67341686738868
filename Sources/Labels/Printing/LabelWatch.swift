/// Judges, by what a printer without CUPS says of itself while it prints, what came out.
///
/// Its counter decides. Of a printer without one it is never known: somebody may pause it and cancel between two questions, and
/// it has nothing left then as if all were printed.
struct LabelWatch: Sendable {
    /// How long a printer that has nothing left may still count, or still take in what it was sent.
    private static let counting = Duration.seconds(10)
    /// How long one without a counter must have nothing left: it may answer before it has looked at what it was sent.
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

    /// The counter that decides; nil when none does.
    var counter: LabelCounter? { needed == nil ? nil : before?.counter }

    /// What it says now, `waited` after it was sent everything, and its counter where it has one; nil while that is open.
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
            let unit = before?.counter.unit ?? "labels"
            let wanted = before?.counter == .labels ? "\(needed)" : "at least \(needed)"
            return .failed("it counted \(counted) of \(wanted) \(unit), and has nothing left")
        }
        if wentWhileHalted { return .failed("what it had left went while it was halted") }
        guard !status.isHalted, waited - since >= Self.settling else { return nil }
        return .unknown(before == nil ? "it keeps no counter" : "its counter is too coarse for labels this short")
    }
}
