import Records

/// Which things may be kept from whom, and when.
enum RestrictionRules {
    /// What becomes of a record when somebody who may wants it kept from others as far as `level`.
    static func judge(
        _ record: Record,
        from current: Restriction.Level,
        to level: Restriction.Level,
        order: String?,
        reason: String?
    ) -> Result<Restriction, Refusal> {
        func refuse(_ kind: RefusalKind, _ why: String) -> Result<Restriction, Refusal> {
            .failure(Refusal(kind, "cannot restrict \(record.barcode): \(why)"))
        }
        guard record.type.isMovable else {
            return refuse(.notRestrictable, "it is a \(record.type.rawValue); items and containers can be")
        }
        guard level != .expunged else { return refuse(.invalidRequest, "an expungement is asked for, and approved") }
        guard current != .expunged else { return refuse(.notRestrictable, "what it was about is expunged") }
        guard current != level else { return refuse(.alreadyRestricted, "that holds already") }
        guard order != nil || (level != .sealed && current != .sealed) else {
            return refuse(.orderMissing, "a seal is set and broken by order; name the order")
        }
        return .success(Restriction(subject: record.id, from: current, to: level, order: order, reason: reason))
    }
}
