public import Barcodes
import Localization
public import TransferLog
public import Vocabulary

extension Circulation {
    /// Creates a pull list, with a barcode of its own.
    ///
    /// - Throws: ``Refusal`` if one cannot be on a list, the due date has passed, or there are too many;
    ///   `TransferLogError` if the log cannot be written.
    public func makePullList(
        _ want: NewPullListItems,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> PullListSheet {
        let site = settings.site
        return try await write { transaction in
            let view = transaction.view
            let id = try transaction.once(key) { before in
                try view.entries(in: before.entries).first {
                    if case .pullList(.made) = $0.fact { true } else { false }
                }
                .map { PullListID(madeBy: $0.number) }
            } work: {
                let barcode = try transaction.nextBarcode(prefix: .pullList, site: site)
                guard let minted = barcode.minted else {
                    throw TransferLogError.damaged(
                        Message("\(barcode, "barcode") was minted, and is no minted barcode")
                    )
                }
                let id = PullListID(madeBy: try transaction.append(.pullList(.made(minted)), by: attribution).number)
                try Self.add(want, to: id, by: attribution, in: transaction)
                return id
            }
            return try Self.sheet(try Self.list(Barcode(view.pullList(id).barcode), in: view), in: view)
        }
    }

    /// Adds items and containers to a pull list.
    ///
    /// - Throws: ``Refusal`` for an unknown or cancelled list, and as ``makePullList(_:by:key:)``; `TransferLogError`
    ///   if the log cannot be written.
    public func add(
        _ want: NewPullListItems,
        to barcode: Barcode,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> PullListSheet {
        try await change(barcode, by: attribution, key: key) { list, transaction in
            try Self.add(want, to: list.id, by: attribution, in: transaction)
        }
    }

    /// Cancels a pull list.
    ///
    /// Items and containers in transit stay in transit.
    ///
    /// - Throws: ``Refusal`` if no pull list has this barcode, or if it was cancelled already; `TransferLogError` if
    ///   the log cannot be written.
    public func cancelPullList(
        _ barcode: Barcode,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> PullListSheet {
        try await change(barcode, by: attribution, key: key) { list, transaction in
            try transaction.append(.pullList(.cancelled(list.id)), by: attribution)
        }
    }

    /// Records that items and containers on a pull list were not found, all or none.
    ///
    /// - Throws: ``Refusal`` for an unknown or cancelled list, or if one is not on it or was pulled already;
    ///   `TransferLogError` if the log cannot be written.
    public func noteNotFound(
        _ barcodes: [Barcode],
        on barcode: Barcode,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> PullListSheet {
        try Self.checkCount(of: barcodes)
        return try await change(barcode, by: attribution, key: key) { list, transaction in
            for entity in try Self.known(barcodes, in: transaction.view) {
                guard try Self.missingLine(of: entity, on: list, in: transaction.view).missed == nil else { continue }
                try transaction.append(.notFound(NotFound(subject: entity.id, list: list.id)), by: attribution)
            }
        }
    }

    /// Removes items and containers that are not pulled yet from a pull list, all or none; a list keeps one at least.
    ///
    /// - Throws: ``Refusal`` for an unknown or cancelled list, if one is not on it or was pulled already, or if nothing
    ///   would be left; `TransferLogError` if the log cannot be written.
    public func remove(
        _ barcodes: [Barcode],
        from barcode: Barcode,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> PullListSheet {
        try Self.checkCount(of: barcodes)
        return try await change(barcode, by: attribution, key: key) { list, transaction in
            let view = transaction.view
            let audience = try Self.audience(of: list, in: view)
            for entity in try Self.known(barcodes, in: view) {
                guard let line = try view.pullLine(of: entity.id, on: list.id), line.pulled == nil else {
                    let what = Message(
                        "cannot remove \(entity.barcode, "item"): it is not waiting to be pulled; "
                            + "outguide pull-list show \(list.barcode, "list") lists the items"
                    )
                    throw Refusal(.notOnList, what)
                }
                let removal = Correction(voids: line.entry, subject: entity.id, reason: "removed from the list")
                try transaction.append(.corrected(removal), by: attribution)
            }
            // A list with concealed lines alone is concealed: one that vanished would disclose them.
            guard try Self.audience(of: list, in: view) == audience else {
                let what = Message(
                    "cannot remove everything from \(list.barcode, "list"): cancel it with outguide pull-list cancel"
                )
                throw Refusal(.invalidRequest, what)
            }
        }
    }

    /// Sends items and containers on a pull list to their recipients, all or none.
    ///
    /// - Throws: ``Refusal`` as ``noteNotFound(_:on:by:key:)``, or if a rule forbids one of the moves;
    ///   `TransferLogError` if the log cannot be written.
    public func pull(
        _ barcodes: [Barcode],
        on barcode: Barcode,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> [Movement] {
        try await carryOut(barcodes, by: attribution, key: key) { entities, transaction in
            let list = try Self.openList(barcode, in: transaction.view)
            let recipients = try entities.map { try Self.missingLine(of: $0, on: list, in: transaction.view).recipient }
            let groups = Dictionary(grouping: zip(recipients, entities)) { $0.0 }
            return groups.sorted { ($0.key?.rawValue ?? 0) < ($1.key?.rawValue ?? 0) }.map { recipient, things in
                (MoveOrder(pullingFor: recipient), things.map(\.1))
            }
        }
    }

    /// The roles that see a line of the list.
    private static func audience(of list: PullList, in view: LogView) throws -> Set<Role> {
        try Set(Role.allCases.filter { try !view.narrowed(to: $0.clearance).pullLines(of: list.id).isEmpty })
    }

    private static func checkCount(of barcodes: [Barcode]) throws {
        guard (1...PullList.mostThings).contains(barcodes.count) else {
            let most = PullList.mostThings
            let what = Message(
                "cannot take {count} barcode: name 1 to \(most, "limit")",
                plural: "cannot take {count} barcodes: name 1 to \(most, "limit")",
                count: barcodes.count
            )
            throw Refusal(.invalidRequest, what)
        }
    }

    /// Returns the line of an item or container that is not pulled yet; refused if it is pulled or not on the list.
    private static func missingLine(of entity: Entity, on list: PullList, in view: LogView) throws -> PullListItem {
        let line = try line(of: entity, on: list, in: view)
        guard line.pulled == nil else {
            let what = Message(
                "cannot pull \(entity.barcode, "item"): it was pulled already; "
                    + "outguide where \(entity.barcode, "item") says where it is"
            )
            throw Refusal(.alreadyPulled, what)
        }
        return line
    }

    private static func add(
        _ want: NewPullListItems,
        to list: PullListID,
        by attribution: Attribution,
        in transaction: LogTransaction
    ) throws {
        let view = transaction.view
        try checkCount(of: want.barcodes)
        let left = PullList.mostThings - (try view.pullLines(of: list).count)
        guard want.barcodes.count <= left else {
            let what = Message(
                "cannot list so much: a list has {count} thing at most",
                plural: "cannot list so much: a list has {count} things at most",
                count: PullList.mostThings
            )
            throw Refusal(.tooMany, what)
        }
        if let due = want.due, due <= transaction.now {
            let what = Message("cannot list what is needed by \(due, "time"): that has passed")
            throw Refusal(.invalidRequest, what)
        }
        let recipient = try want.recipient.map { try person($0, in: view) }
        let entities = try known(want.barcodes, in: view)
        let facts = try MoveFacts(about: entities, in: view)
        for entity in entities {
            if let refusal = try objection(to: entity, at: facts.origin(of: entity), in: view) { throw refusal }
            let line = ItemRequest(
                subject: entity.id,
                list: list,
                recipient: recipient?.id,
                due: want.due,
                reason: want.reason?.text
            )
            try transaction.append(.wanted(line), by: attribution)
        }
    }

    /// Returns why an item or container cannot be on a list; nil if it can.
    private static func objection(to entity: Entity, at origin: Placement, in view: LogView) throws -> Refusal? {
        guard entity.type.isMovable else {
            let what = Message(
                "cannot list \(entity.barcode, "item"): \(entity.type.termWithArticle, "kind") is not fetched"
            )
            return Refusal(.notMovable, what)
        }
        switch origin {
        case .disposed:
            return Refusal(.itemDisposed, Message("cannot list \(entity.barcode, "item"): it was disposed of"))
        case .inTransit:
            let what = Message(
                "cannot list \(entity.barcode, "item"): it is on its way already; "
                    + "outguide overdue --transit --all says to whom"
            )
            return Refusal(.alreadyWanted, what)
        case .location, .container, .custodian, .unknown: break
        }
        guard let other = try view.pullListWanting(entity.id) else { return nil }
        let barcode = try view.pullList(other).barcode
        let what = Message(
            "cannot list \(entity.barcode, "item"): it is on \(barcode, "list") already, and not pulled yet"
        )
        return Refusal(.alreadyWanted, what)
    }

    /// Runs `body` on an open list, once for each key, and returns the resulting list.
    private func change(
        _ barcode: Barcode,
        by attribution: Attribution,
        key: RequestKey?,
        _ body: @escaping @Sendable (PullList, LogTransaction) throws -> Void
    ) async throws -> PullListSheet {
        try await write { transaction in
            let view = transaction.view
            try transaction.once(key) { try body(try Self.openList(barcode, in: view), transaction) }
            return try Self.sheet(try Self.list(barcode, in: view), in: view)
        }
    }
}

extension MoveOrder {
    /// Creates the move of a pulled item or container: it is in transit until the recipient accepts it or, without a
    /// recipient, until it is put in a place.
    package init(pullingFor recipient: EntityID?) {
        self.init(to: .inTransit)
        self.recipient = recipient
    }
}
