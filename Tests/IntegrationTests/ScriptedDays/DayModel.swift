import Wire

/// Where everything is after a day, worked out from nothing but what was scanned and what was answered.
///
/// It knows four words of the grammar: what opens, what is put, what waits for its shelf, what is taken back. Whether a
/// reading was taken it learns from the answer, and which of two moves was the later one from the numbers of the entries.
struct DayModel: Sendable {
    private struct Session {
        /// What is open: a shelf, a box, a person.
        var place: String?
        var fills = false
        /// A thing that was scanned alone.
        var waiting: String?
        /// Entries of moves that were not taken back, the last one last.
        var moves: [(thing: String, entry: Int64)] = []
    }

    private static let into = "CT000000002F"
    private static let undo = "CT000000010F"

    private let day: ScriptedDay
    private let places: Set<String>
    private let people: Set<String>
    private let things: Set<String>
    private var sessions: [String: Session] = [:]
    private var moves: [String: [Int64: String]] = [:]

    init(_ day: ScriptedDay) {
        self.day = day
        places = day.barcodes(of: "place")
        people = day.barcodes(of: "person")
        things = day.barcodes(of: "box").union(day.barcodes(of: "folder"))
    }

    /// Readings of one station must come in their order, those of several in any.
    mutating func take(_ code: String, at station: String, _ outcome: OutcomeResource) {
        var session = sessions[station] ?? Session()
        defer { sessions[station] = session }
        guard outcome.verdict != "refused" else {
            session.fills = false
            if outcome.message.contains("what was open is closed") { session.place = nil }
            return
        }
        guard outcome.kind != "double-read" else { return }
        let fills = session.fills
        session.fills = false
        switch code {
        case Self.into: session.fills = true
        case Self.undo:
            takeBack(in: &session)
            session.waiting = nil
        case _ where places.contains(code) && session.waiting != nil && outcome.kind != "not-home":
            if let waiting = session.waiting, let entry = outcome.entry { put(waiting, at: code, entry, in: &session) }
            session.waiting = nil
        case _ where places.contains(code) || people.contains(code) || fills && things.contains(code):
            session.place = code
            session.waiting = nil
        case _ where things.contains(code):
            if let entry = outcome.entry, let place = session.place ?? day.returns[station] {
                put(code, at: place, entry, in: &session)
            }
            session.waiting = session.place == nil ? code : nil
        // A command that ends, or a badge: what was open is closed.
        default: session = Session(moves: session.moves)
        }
    }

    /// The barcode of the place, box or person where `thing` is; nil while it was put nowhere.
    func place(of thing: String) -> String? { moves[thing]?.max { $0.key < $1.key }?.value }

    private mutating func put(_ thing: String, at place: String, _ entry: Int64, in session: inout Session) {
        moves[thing, default: [:]][entry] = place
        session.moves.append((thing, entry))
    }

    private mutating func takeBack(in session: inout Session) {
        guard let last = session.moves.popLast() else { return }
        moves[last.thing]?[last.entry] = nil
    }
}
