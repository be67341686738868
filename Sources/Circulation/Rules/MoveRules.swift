import Records

/// What must hold before a thing may be moved.
enum MoveRules {
    /// What the rules say about one move.
    enum Ruling: Sendable, Hashable {
        case allowed(Transfer)
        /// It is there already: nothing to do, and no error.
        case alreadyThere
        case refused(Refusal)
    }

    /// Judges moving `subject` from where it is to `destination`.
    ///
    /// - Parameters:
    ///   - place: the thing that `destination` names; nil when it names none.
    ///   - enclosing: the containers around the destination, the destination itself first when it is one.
    static func judge(
        _ subject: Record,
        from origin: Placement,
        to destination: Placement,
        place: Record?,
        enclosing: [RecordID],
        reason: String?
    ) -> Ruling {
        guard subject.type.isMovable else {
            let what = "cannot move \(subject.barcode): it is a \(subject.type.rawValue); only boxes and items move"
            return .refused(Refusal(.notMovable, what))
        }
        guard origin != .disposed else {
            return .refused(Refusal(.itemDisposed, "cannot move \(subject.barcode): it was disposed of"))
        }
        guard !enclosing.contains(subject.id) else {
            guard let place, place.id != subject.id else {
                return .refused(Refusal(.intoItself, "cannot put \(subject.barcode) into itself"))
            }
            let what = "cannot put \(subject.barcode) into \(place.barcode)"
            return .refused(Refusal(.intoItself, "\(what): \(place.barcode) is inside \(subject.barcode)"))
        }
        guard origin != destination else { return .alreadyThere }
        return .allowed(
            Transfer(subject: subject.id, from: origin, to: destination, home: subject.home, reason: reason)
        )
    }
}
