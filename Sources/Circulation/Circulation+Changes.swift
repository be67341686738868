public import Barcodes
public import Records
public import TransferLog

extension Circulation {
    /// Changes what is known about a thing; where it is, is changed by moving it.
    public func change(
        _ barcode: Barcode,
        _ change: RecordChange,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> RecordLine {
        try await write { transaction in
            let view = transaction.view
            let record = try Self.known(barcode, in: view)
            if let key, try transaction.result(of: key) != nil { return try RecordLine(record, in: view) }
            try transaction.append(.changed(try Self.checked(change, of: record, in: view)), by: attribution)
            if let key { try transaction.remember(RequestResult(entries: transaction.appendedEntries), of: key) }
            return try RecordLine(try Self.known(record.id, in: view), in: view)
        }
    }

    /// Gives a thing another barcode: its own from now on, or one more by which it is found.
    ///
    /// Without a barcode the next one is minted. The one before stays an alias, so that its history is found.
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
            if let key, try transaction.result(of: key) != nil { return try RecordLine(record, in: view) }
            let given = try new.map { try Self.free($0, for: record, in: view) }
            let label = try given ?? transaction.nextBarcode(prefix: record.type.prefix, site: site)
            let labelling = Labelling(subject: record.id, barcode: label, role: role)
            try transaction.append(.labelled(labelling), by: attribution)
            if let key { try transaction.remember(RequestResult(entries: transaction.appendedEntries), of: key) }
            return try RecordLine(try Self.known(record.id, in: view), in: view)
        }
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

    /// A barcode that nothing bears, or that the thing itself bore before.
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
