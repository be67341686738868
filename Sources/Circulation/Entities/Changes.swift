public import Barcodes
import Localization
public import TransferLog
public import Vocabulary

extension Circulation {
    /// Changes the description of an entity.
    ///
    /// Its placement changes only by a move. Values that are already set are left out of the entry. If nothing is left,
    /// no entry is written and the line has none.
    ///
    /// - Throws: ``Refusal`` if no entity has this barcode, or if a value does not suit the entity; `TransferLogError`
    ///   if the log cannot be written.
    public func change(
        _ barcode: Barcode,
        _ change: EntityChange,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> EntitySummary {
        try await describe(barcode, by: attribution, key: key) { entity, transaction in
            let view = transaction.view
            let asked = try Self.checked(change, of: entity, in: view)
            return asked.leavingOut(entity, try view.conditions(of: entity.id)).map { .changed($0) }
        }
    }

    /// Appends what `decide` returns, if anything, once for each key, and returns the resulting state of the entity.
    func describe(
        _ barcode: Barcode,
        by attribution: Attribution,
        key: RequestKey?,
        _ decide: @escaping @Sendable (Entity, LogTransaction) throws -> Fact?
    ) async throws -> EntitySummary {
        try await write { transaction in
            let view = transaction.view
            let entity = try Self.known(barcode, in: view)
            return try transaction.once(key) { before in
                var line = try EntitySummary(entity, in: view)
                line.entry = before.entries?.upperBound
                return line
            } work: {
                let entry = try decide(entity, transaction).map { try transaction.append($0, by: attribution) }
                var line = try EntitySummary(Self.known(entity.id, in: view), in: view)
                line.entry = entry?.number
                return line
            }
        }
    }

    private static func checked(_ change: EntityChange, of entity: Entity, in view: LogView) throws -> Change {
        if change.title == .kept, change.kind == nil, change.home == .kept, change.parent == .kept,
            change.conditions == .none
        {
            let what = Message("cannot change \(entity.barcode, "item"): nothing is to be different")
            throw Refusal(.invalidRequest, what)
        }
        if change.title == .cleared, !entity.type.isMovable {
            let what = Message(
                "cannot take the name of \(entity.barcode, "item"): \(entity.type.termWithArticle, "kind") has one"
            )
            throw Refusal(.invalidRequest, what)
        }
        if change.home != .kept, !entity.type.isMovable {
            let what =
                entity.type == .location
                ? Message("cannot give a location a home") : Message("cannot give a custodian a home")
            throw Refusal(.invalidRequest, what)
        }
        if change.kind != nil, entity.type == .location {
            throw Refusal(.invalidRequest, Message("cannot give a location a kind"))
        }
        if change.parent != .kept, entity.type != .location {
            let what = Message("cannot give \(entity.barcode, "item") a parent: move it there")
            throw Refusal(.invalidRequest, what)
        }
        return Change(
            subject: entity.id,
            title: change.title.map(\.text),
            kind: change.kind.map { .set($0) } ?? .kept,
            home: try change.home.map { try checkedHome($0, in: view) },
            parent: try change.parent.map { try checkedParent($0, of: entity, in: view) },
            conditions: try checked(change.conditions, of: entity, in: view)
        )
    }

    private static func checkedHome(_ barcode: Barcode, in view: LogView) throws -> EntityID {
        let home = try known(barcode, in: view)
        guard home.type == .location || home.type == .container else {
            let what = Message("cannot make \(barcode, "item") a home: it is \(home.kind.termWithArticle, "kind")")
            throw Refusal(.notAPlace, what)
        }
        return home.id
    }

    private static func checkedParent(_ barcode: Barcode, of entity: Entity, in view: LogView) throws -> EntityID {
        let parent = try known(barcode, in: view)
        guard parent.type == .location else {
            let what = Message(
                "cannot put a location into \(barcode, "place"): that is \(parent.kind.termWithArticle, "kind")"
            )
            throw Refusal(.notAPlace, what)
        }
        var around: Entity? = parent
        while let place = around {
            guard place.id != entity.id else {
                let what = Message(
                    "cannot put \(entity.barcode, "item") into \(barcode, "place"): it would lie inside itself"
                )
                throw Refusal(.intoItself, what)
            }
            around = try place.parent.map { try known($0, in: view) }
        }
        guard try Nesting.fits(view.locationDepth(from: entity.id), into: parent, in: view) else {
            throw Nesting.refusal(to: entity, into: parent, most: Nesting.mostLocations)
        }
        return parent.id
    }
}

extension Change {
    /// Returns the change without values that are already set; nil if nothing is left.
    fileprivate func leavingOut(_ entity: Entity, _ current: Conditions) -> Change? {
        let left = Change(
            subject: subject,
            title: title.leavingOut(entity.title),
            kind: kind.leavingOut(entity.kind),
            home: home.leavingOut(entity.home),
            parent: parent.leavingOut(entity.parent),
            conditions: ConditionChange(
                isClosed: conditions.isClosed.leavingOut(current.isClosed),
                capacity: conditions.capacity.leavingOut(current.capacity),
                roles: conditions.roles.leavingOut(current.roles),
                rooms: conditions.rooms.leavingOut(current.rooms),
                series: conditions.series.leavingOut(current.series)
            )
        )
        return left == Change(subject: subject) ? nil : left
    }
}

extension Edit {
    /// Returns the edit, or `.kept` if it does not differ from `current`.
    fileprivate func leavingOut(_ current: Value?) -> Edit { applied(to: current) == current ? .kept : self }

    /// Returns the list edit, or `.kept` if it does not differ from `current`.
    ///
    /// The order of elements is ignored, and an empty list counts as cleared.
    fileprivate func leavingOut<Element: Hashable>(_ current: Value) -> Edit where Value == [Element] {
        Set(applied(to: current) ?? []) == Set(current) ? .kept : self
    }
}
