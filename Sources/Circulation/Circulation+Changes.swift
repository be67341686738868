public import Barcodes
public import Records
public import TransferLog

extension Circulation {
    /// Changes the description of a record.
    ///
    /// Its placement changes only by a move. Values that are already set are left out of the entry. If nothing is left,
    /// no entry is written and the line has none.
    public func change(
        _ barcode: Barcode,
        _ change: RecordChange,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> RecordLine {
        try await write { transaction in
            let view = transaction.view
            let record = try Self.known(barcode, in: view)
            if let line = try Self.changedBefore(record, key, in: transaction) { return line }
            let asked = try Self.checked(change, of: record, in: view)
            let conditions = try view.conditions(of: record.id)
            return try Self.write(
                asked.leavingOut(record, conditions).map { Fact.changed($0) },
                about: record,
                by: attribution,
                key: key,
                in: transaction
            )
        }
    }

    /// Assigns another barcode to a record: as its primary barcode, or as an additional alias.
    ///
    /// Without a barcode the next one is minted. The previous barcode stays an alias, so that the history can be found
    /// by it. Assigning a barcode that the record already bears changes nothing.
    public func label(
        _ barcode: Barcode,
        with new: Barcode?,
        role: Labelling.Role,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> RecordLine {
        let site = settings.site
        return try await write { transaction in
            let view = transaction.view
            let record = try Self.known(barcode, in: view)
            if let line = try Self.changedBefore(record, key, in: transaction) { return line }
            let given = try new.map { try Self.free($0, for: record, in: view) }
            let isBorne = try given.map { barcode in
                try barcode == record.barcode || role == .alias && view.record(barcode: barcode) != nil
            }
            var labelling: Fact?
            if isBorne != true {
                let label = try given ?? transaction.nextBarcode(prefix: record.type.prefix, site: site)
                labelling = .labelled(Labelling(subject: record.id, barcode: label, role: role))
            }
            return try Self.write(labelling, about: record, by: attribution, key: key, in: transaction)
        }
    }

    /// Returns the result of an earlier request with the same key; nil if there was none.
    private static func changedBefore(
        _ record: Record,
        _ key: RequestKey?,
        in transaction: LogTransaction
    ) throws -> RecordLine? {
        guard let key, let result = try transaction.result(of: key) else { return nil }
        var line = try RecordLine(record, in: transaction.view)
        line.entry = result.entries?.upperBound
        return line
    }

    /// Appends `fact`, if any, and returns the resulting state of the record.
    private static func write(
        _ fact: Fact?,
        about record: Record,
        by attribution: Attribution,
        key: RequestKey?,
        in transaction: LogTransaction
    ) throws -> RecordLine {
        let entry = try fact.map { try transaction.append($0, by: attribution) }
        if let key { try transaction.remember(RequestResult(entries: transaction.appendedEntries), of: key) }
        var line = try RecordLine(try known(record.id, in: transaction.view), in: transaction.view)
        line.entry = entry?.number
        return line
    }

    private static func checked(_ change: RecordChange, of record: Record, in view: LogView) throws -> Change {
        if change.title == .kept, change.kind == nil, change.home == .kept, change.parent == .kept,
            change.conditions == .none
        {
            throw Refusal(.invalidRequest, "cannot change \(record.barcode): nothing is to be different")
        }
        if change.title == .cleared, !record.type.isMovable {
            throw Refusal(
                .invalidRequest,
                "cannot take the name of \(record.barcode): a \(record.type.rawValue) has one"
            )
        }
        if change.home != .kept, !record.type.isMovable {
            throw Refusal(.invalidRequest, "cannot give a \(record.type.rawValue) a home")
        }
        if change.kind != nil, record.type == .location {
            throw Refusal(.invalidRequest, "cannot give a location a kind")
        }
        if change.parent != .kept, record.type != .location {
            throw Refusal(.invalidRequest, "cannot give \(record.barcode) a parent: move it there")
        }
        return Change(
            subject: record.id,
            title: change.title.map(\.text),
            kind: change.kind.map { .set($0) } ?? .kept,
            home: try change.home.map { try checkedHome($0, in: view) },
            parent: try change.parent.map { try checkedParent($0, of: record, in: view) },
            conditions: try checked(change.conditions, of: record, in: view)
        )
    }

    private static func checkedHome(_ barcode: Barcode, in view: LogView) throws -> RecordID {
        let home = try known(barcode, in: view)
        guard home.type == .location || home.type == .container else {
            throw Refusal(.notAPlace, "cannot make \(barcode) a home: it is a \(home.kind)")
        }
        return home.id
    }

    private static func checkedParent(_ barcode: Barcode, of record: Record, in view: LogView) throws -> RecordID {
        let parent = try known(barcode, in: view)
        guard parent.type == .location else {
            throw Refusal(.notAPlace, "cannot put a location into \(barcode): that is a \(parent.kind)")
        }
        var around: Record? = parent
        while let place = around {
            guard place.id != record.id else {
                throw Refusal(.intoItself, "cannot put \(record.barcode) into \(barcode): it would lie inside itself")
            }
            around = try place.parent.map { try known($0, in: view) }
        }
        guard try Nesting.fits(view.locationDepth(from: record.id), into: parent, in: view) else {
            throw Nesting.refusal(to: record, into: parent, most: Nesting.mostLocations)
        }
        return parent.id
    }

    /// Returns the barcode if it is unused or already belongs to this record; otherwise throws a refusal.
    private static func free(_ barcode: Barcode, for record: Record, in view: LogView) throws -> Barcode {
        if let prefix = barcode.minted?.prefix, prefix != record.type.prefix {
            throw Refusal(.wrongPrefix, "cannot give \(barcode) to a \(record.type.rawValue): its prefix is another's")
        }
        if let holder = try view.record(barcode: barcode), holder.id != record.id {
            throw Refusal(.barcodeTaken, "cannot use \(barcode): it is the barcode of \(holder.barcode)")
        }
        if try view.holds(barcode), try view.record(barcode: barcode) == nil {
            throw Refusal(.barcodeTaken, "cannot use \(barcode): this number was used before; take another")
        }
        return barcode
    }
}

extension Change {
    /// Returns the change without values that are already set; nil if nothing is left.
    fileprivate func leavingOut(_ record: Record, _ current: Conditions) -> Change? {
        let left = Change(
            subject: subject,
            title: title.leavingOut(record.title),
            kind: kind.leavingOut(record.kind),
            home: home.leavingOut(record.home),
            parent: parent.leavingOut(record.parent),
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
