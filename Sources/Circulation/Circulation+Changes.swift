public import Barcodes
public import TransferLog
public import Vocabulary

extension Circulation {
    /// Changes the description of an entity.
    ///
    /// Its placement changes only by a move. Values that are already set are left out of the entry. If nothing is left,
    /// no entry is written and the line has none.
    public func change(
        _ barcode: Barcode,
        _ change: EntityChange,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> EntitySummary {
        try await write { transaction in
            let view = transaction.view
            let entity = try Self.known(barcode, in: view)
            if let line = try Self.changedBefore(entity, key, in: transaction) { return line }
            let asked = try Self.checked(change, of: entity, in: view)
            let conditions = try view.conditions(of: entity.id)
            return try Self.write(
                asked.leavingOut(entity, conditions).map { Fact.changed($0) },
                about: entity,
                by: attribution,
                key: key,
                in: transaction
            )
        }
    }

    /// Assigns another barcode to an entity: as its primary barcode, or as an additional alias.
    ///
    /// Without a barcode the next one is minted. The previous barcode stays an alias, so that the history can be found
    /// by it. Assigning a barcode that the entity already bears changes nothing.
    public func label(
        _ barcode: Barcode,
        with new: Barcode?,
        role: Labelling.Role,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> EntitySummary {
        let site = settings.site
        return try await write { transaction in
            let view = transaction.view
            let entity = try Self.known(barcode, in: view)
            if let line = try Self.changedBefore(entity, key, in: transaction) { return line }
            let given = try new.map { try Self.free($0, for: entity, in: view) }
            let isBorne = try given.map { barcode in
                try barcode == entity.barcode || role == .alias && view.entity(barcode: barcode) != nil
            }
            var labelling: Fact?
            if isBorne != true {
                let label = try given ?? transaction.nextBarcode(prefix: entity.type.prefix, site: site)
                labelling = .labelled(Labelling(subject: entity.id, barcode: label, role: role))
            }
            return try Self.write(labelling, about: entity, by: attribution, key: key, in: transaction)
        }
    }

    /// Returns the result of an earlier request with the same key; nil if there was none.
    private static func changedBefore(
        _ entity: Entity,
        _ key: RequestKey?,
        in transaction: LogTransaction
    ) throws -> EntitySummary? {
        guard let key, let result = try transaction.result(of: key) else { return nil }
        var line = try EntitySummary(entity, in: transaction.view)
        line.entry = result.entries?.upperBound
        return line
    }

    /// Appends `fact`, if any, and returns the resulting state of the entity.
    private static func write(
        _ fact: Fact?,
        about entity: Entity,
        by attribution: Attribution,
        key: RequestKey?,
        in transaction: LogTransaction
    ) throws -> EntitySummary {
        let entry = try fact.map { try transaction.append($0, by: attribution) }
        if let key { try transaction.remember(RequestResult(entries: transaction.appendedEntries), of: key) }
        var line = try EntitySummary(try known(entity.id, in: transaction.view), in: transaction.view)
        line.entry = entry?.number
        return line
    }

    private static func checked(_ change: EntityChange, of entity: Entity, in view: LogView) throws -> Change {
        if change.title == .kept, change.kind == nil, change.home == .kept, change.parent == .kept,
            change.conditions == .none
        {
            throw Refusal(.invalidRequest, "cannot change \(entity.barcode): nothing is to be different")
        }
        if change.title == .cleared, !entity.type.isMovable {
            throw Refusal(
                .invalidRequest,
                "cannot take the name of \(entity.barcode): a \(entity.type.rawValue) has one"
            )
        }
        if change.home != .kept, !entity.type.isMovable {
            throw Refusal(.invalidRequest, "cannot give a \(entity.type.rawValue) a home")
        }
        if change.kind != nil, entity.type == .location {
            throw Refusal(.invalidRequest, "cannot give a location a kind")
        }
        if change.parent != .kept, entity.type != .location {
            throw Refusal(.invalidRequest, "cannot give \(entity.barcode) a parent: move it there")
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
            throw Refusal(.notAPlace, "cannot make \(barcode) a home: it is a \(home.kind)")
        }
        return home.id
    }

    private static func checkedParent(_ barcode: Barcode, of entity: Entity, in view: LogView) throws -> EntityID {
        let parent = try known(barcode, in: view)
        guard parent.type == .location else {
            throw Refusal(.notAPlace, "cannot put a location into \(barcode): that is a \(parent.kind)")
        }
        var around: Entity? = parent
        while let place = around {
            guard place.id != entity.id else {
                throw Refusal(.intoItself, "cannot put \(entity.barcode) into \(barcode): it would lie inside itself")
            }
            around = try place.parent.map { try known($0, in: view) }
        }
        guard try Nesting.fits(view.locationDepth(from: entity.id), into: parent, in: view) else {
            throw Nesting.refusal(to: entity, into: parent, most: Nesting.mostLocations)
        }
        return parent.id
    }

    /// Returns the barcode if it is unused or already belongs to this entity; otherwise throws a refusal.
    private static func free(_ barcode: Barcode, for entity: Entity, in view: LogView) throws -> Barcode {
        if let prefix = barcode.minted?.prefix, prefix != entity.type.prefix {
            throw Refusal(.wrongPrefix, "cannot give \(barcode) to a \(entity.type.rawValue): its prefix is another's")
        }
        if let holder = try view.entity(barcode: barcode), holder.id != entity.id {
            throw Refusal(.barcodeTaken, "cannot use \(barcode): it is the barcode of \(holder.barcode)")
        }
        if try view.holds(barcode), try view.entity(barcode: barcode) == nil {
            throw Refusal(.barcodeTaken, "cannot use \(barcode): this number was used before; take another")
        }
        return barcode
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
