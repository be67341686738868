import Barcodes
import Localization
public import TransferLog
public import Vocabulary

extension Circulation {
    /// Registers an entity and, if it is movable, places it at its parent.
    ///
    /// The same `key` registers once; a repeated request returns the same entity.
    ///
    /// - Throws: ``Refusal`` for a used barcode, an unsuitable place, or values that the type cannot have;
    ///   `TransferLogError` if the log cannot be written.
    public func register(
        _ new: NewEntity,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> EntitySummary {
        let settings = settings
        return try await write { transaction in
            let view = transaction.view
            return try transaction.once(key) { before in
                // The entity may be concealed from the caller by now.
                try Self.registered(in: before.entries, of: view).map {
                    try EntitySummary(Self.known($0, in: view), in: view)
                }
            } work: {
                try EntitySummary(Self.register(new, by: attribution, in: transaction, settings: settings), in: view)
            }
        }
    }

    /// Returns the entity that one of the entries registered.
    private static func registered(in entries: ClosedRange<EntryNumber>?, of view: LogView) throws -> EntityID? {
        // A note that the clock was set back may precede the registration.
        try view.entries(in: entries).first { if case .registered = $0.fact { true } else { false } }
            .map { EntityID(registeredBy: $0.number) }
    }

    static func register(
        _ new: NewEntity,
        by attribution: Attribution,
        in transaction: LogTransaction,
        settings: CirculationSettings
    ) throws -> Entity {
        let view = transaction.view
        if !new.type.isMovable, new.title == nil {
            let what =
                new.type == .location
                ? Message("cannot register a location without a name")
                : Message("cannot register a custodian without a name")
            throw Refusal(.invalidRequest, what)
        }
        if new.kind != nil, new.type == .location {
            throw Refusal(.invalidRequest, Message("cannot give a location a kind"))
        }
        let home = try new.home.map { try known($0, in: view) }
        if let home, !new.type.isMovable || !(home.type == .location || home.type == .container) {
            throw Refusal(.notAPlace, RegistrationWords.unfit(home, asHomeOf: new.type))
        }
        let parent = try new.parent.map { try known($0, in: view) }
        if let parent {
            try check(parent, asParentOf: new.type)
            guard try new.type != .location || Nesting.fits(1, into: parent, in: view) else {
                let what = Message(
                    "cannot put a location into \(parent.barcode, "place"): it would lie more than "
                        + "\(Nesting.mostLocations, "limit") deep; use a place further out"
                )
                throw Refusal(.nestedTooDeep, what)
            }
        }
        let registration = Registration(
            type: new.type,
            kind: new.kind ?? new.type.standardKind,
            barcode: try barcode(for: new, in: transaction, settings: settings),
            origin: new.barcode == nil ? .minted : .given,
            title: new.title?.text,
            home: home?.id,
            parent: new.type == .location ? parent?.id : nil
        )
        let entry = try transaction.append(.registered(registration), by: attribution)
        let entity = try known(EntityID(registeredBy: entry.number), in: view)
        if let parent, new.type.isMovable, let placement = Placement(at: parent) {
            var mover = try Mover(MoveOrder(to: placement), in: transaction, settings: settings)
            _ = try mover.move(entity, by: attribution)
        }
        return entity
    }

    private static func check(_ parent: Entity, asParentOf type: EntityType) throws {
        let fits =
            switch type {
            case .location: parent.type == .location
            case .container, .item: parent.type != .item
            case .custodian: false
            }
        guard fits else {
            throw Refusal(.notAPlace, RegistrationWords.unfit(parent, asParentOf: type))
        }
    }

    private static func barcode(
        for new: NewEntity,
        in transaction: LogTransaction,
        settings: CirculationSettings
    ) throws -> Barcode {
        guard let barcode = new.barcode else {
            return try transaction.nextBarcode(prefix: new.type.prefix, site: settings.site)
        }
        if let prefix = barcode.minted?.prefix, prefix != new.type.prefix {
            throw Refusal(.wrongPrefix, RegistrationWords.wrongPrefix(barcode, for: new.type))
        }
        if let holder = try transaction.view.entity(barcode: barcode) {
            let what = Message(
                "cannot register \(barcode, "barcode"): it is the barcode of "
                    + "\(holder.kind.termWithArticle, "kind") already"
            )
            throw Refusal(.barcodeTaken, what)
        }
        // The message must not reveal anything about the bearer of the number.
        if try transaction.view.holds(barcode) {
            let what = Message("cannot register \(barcode, "barcode"): this number was used before; take another")
            throw Refusal(.barcodeTaken, what)
        }
        return barcode
    }
}
