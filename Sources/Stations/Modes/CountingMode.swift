import Barcodes
import Circulation
import Localization
import TransferLog
import Vocabulary

/// Counting: scans are compared with what the log expects in a place, and move nothing until the count is confirmed.
struct CountingMode: StationMode {
    let word = "counting"
    let prompts: [ControlCommand: Message] = [
        .startStocktake: Message("scan the shelf that is to be counted"),
        .verify: Message("scan the container whose contents are to be verified"),
    ]
    let isAudit = true
    let staysOpen = true

    func act(on command: ControlCommand, in open: StationContext?) -> StationAct? {
        guard let place = open?.place else { return Self.act(onClosed: command) }
        switch command {
        case .endStocktake:
            return .mode(.arms(.confirm)) { desk, _, _ in try desk.reportCount(of: desk.known(place)) }
        case .confirm:
            return .mode(.closes) { desk, attribution, _ in
                try desk.applyCount(of: desk.known(place), by: attribution)
            }
        case .whereIs, .reprint, .undo, .end, .signOut: return nil
        default: return .refused(Self.isOpen(command.term))
        }
    }

    private static func act(onClosed command: ControlCommand) -> StationAct? {
        switch command {
        case .startStocktake, .verify: return .armed(command)
        case .endStocktake:
            let what = Message(
                "cannot end a stocktake: none is open here; begin with start stocktake and the shelf"
            )
            return .refused(Refusal(.noCountOpen, what))
        case .confirm:
            let what = Message("cannot confirm: nothing here waits for it; it writes down a count")
            return .refused(Refusal(.nothingToConfirm, what))
        default: return nil
        }
    }

    func act(on scanned: Scanned, after armed: ControlCommand?, in open: StationContext?) -> StationAct? {
        guard let place = open?.place else {
            if case .known(let entity) = scanned { return opening(entity, after: armed) }
            return nil
        }
        switch scanned {
        case .known(let entity) where entity.type.isMovable:
            return .mode { desk, _, _ in try desk.count(entity, in: place) }
        case .unknown(let barcode):
            guard armed == nil || armed == .confirm else { return nil }
            return .mode { desk, _, _ in try desk.count(barcode) }
        case .known, .list: return .refused(Self.isOpen(Message(verbatim: scanned.shown)))
        case .control: return nil
        }
    }

    private func opening(_ entity: Entity, after armed: ControlCommand?) -> StationAct? {
        switch (armed, entity.type) {
        case (.startStocktake, .location), (.verify, .container):
            return .mode(.opens(.mode(word, place: entity.id))) { desk, _, next in
                try desk.beginCount(of: entity, next: &next)
            }
        case (.startStocktake, _):
            let what = Message(
                "cannot begin a stocktake at \(entity.barcode, "item"): it is "
                    + "\(entity.kind.termWithArticle, "kind"), not a location"
            )
            return .refused(Refusal(.notALocation, what))
        case (.verify, _):
            let what = Message(
                "cannot verify the contents of \(entity.barcode, "item"): it is "
                    + "\(entity.kind.termWithArticle, "kind"), not a container"
            )
            return .refused(Refusal(.notACart, what))
        default: return nil
        }
    }

    func progress(of open: StationContext, at name: SessionName, in view: LogView) throws -> ModeProgress? {
        try open.place.map { place in
            let (counted, expected) = try view.countProgress(of: place, at: name)
            return (counted, expected)
        }
    }

    private static func isOpen(_ code: Message) -> Refusal {
        let what = Message(
            "cannot take \(code, "code"): a count is open; scan confirm to write it down, or end to drop it"
        )
        return Refusal(.countOpen, what)
    }
}

extension StationDesk {
    fileprivate func beginCount(of place: Entity, next: inout StationSession) throws -> StationReply {
        let limit = ContentsCount.mostThings
        let expected = try transaction.view.occupancy(of: place.id, upTo: limit + 1)
        guard expected <= limit else {
            next.close(at: next.touchedAt)
            let what = Message(
                "cannot count \(place.barcode, "place"): more than {count} thing is there; count its shelves or boxes",
                plural: "cannot count \(place.barcode, "place"): more than {count} things are there; "
                    + "count its shelves or boxes",
                count: limit
            )
            return StationReply(Refusal(.tooMany, what), place)
        }
        try transaction.forgetCount(at: sessionName)
        return try StationReply(in: transaction.view, place) { view in
            let expected = try view.occupancy(of: place.id, upTo: limit + 1)
            let message = Message(
                "counting \(try describe(place), "place"): \(expected, "number") expected; scan what is there, "
                    + "then end or confirm"
            )
            return StationReply.Words(.accepted, "counting", message)
        }
    }

    fileprivate func count(_ entity: Entity, in place: EntityID) throws -> StationReply {
        let view = transaction.view
        let isNew = try transaction.count(entity.barcode.text, entity.id, at: sessionName)
        guard isNew else {
            return try StationReply(in: view, entity) { view in
                let (counted, expected) = try view.countProgress(of: place, at: sessionName)
                let message = Message(
                    "\(entity.term, "item") was counted already, \(counted, "number") of \(expected, "total")"
                )
                return StationReply.Words(.attention, "counted-already", message)
            }
        }
        guard try view.lastPlacement(of: entity.id)?.placement.place == place else {
            let message = PlaceWords(try view.whereabouts(of: entity)).extra(entity)
            return StationReply(.attention, "counted-extra", message, entity)
        }
        return try StationReply(in: view, entity) { view in
            let (counted, expected) = try view.countProgress(of: place, at: sessionName)
            let message = Message(
                "\(entity.term, "item") is where it should be, \(counted, "number") of \(expected, "total")"
            )
            return StationReply.Words(.accepted, "counted", message)
        }
    }

    fileprivate func count(_ unknown: Barcode) throws -> StationReply {
        _ = try transaction.count(unknown.text, nil, at: sessionName)
        let message = Message(
            "\(unknown, "barcode") is unknown: nothing with this barcode is registered; put it aside"
        )
        return StationReply(.attention, "counted-unknown", message)
    }

    fileprivate func reportCount(of place: Entity) throws -> StationReply {
        try StationReply(in: transaction.view, place) { view in
            let result = try result(of: place, in: view)
            let message = Message(
                "\(try describe(place), "place"): \(words(result), "result"); scan confirm to write it down"
            )
            return StationReply.Words(result.isClean ? .accepted : .attention, "count-told", message)
        }
    }

    /// Records the result of the count: missing items and containers become unknown, extra ones are moved here, the
    /// others are marked as seen.
    fileprivate func applyCount(of place: Entity, by attribution: Attribution) throws -> StationReply {
        guard let placement = Placement(at: place) else {
            return StationReply(StationGrammar.noPlaceOpen(place.barcode))
        }
        let result = try result(of: place, in: transaction.view)
        var lost = MoveOrder(to: .unknown)
        lost.kind = .missed
        lost.isFinding = true
        var found = MoveOrder(to: placement)
        found.isFinding = true
        do {
            // All moves are judged before anything is written.
            var finding = try Mover(found, in: transaction, settings: settings)
            var missing = try Mover(lost, in: transaction, settings: settings)
            let transfers =
                try missing.transfers(of: result.missing, by: attribution)
                + finding.transfers(of: result.extra, by: attribution)
            for transfer in transfers.compactMap(\.self) {
                try transaction.append(.transferred(transfer), by: attribution)
            }
        } catch let refusal as Refusal {
            return StationReply(refusal, place) { [lost, found] view in
                let shown = try result.shown(in: view)
                var missing = try Mover(lost, in: transaction, settings: settings, shownTo: view)
                _ = try missing.transfers(of: shown.missing, by: attribution)
                var finding = try Mover(found, in: transaction, settings: settings, shownTo: view)
                _ = try finding.transfers(of: shown.extra, by: attribution)
            }
        }
        let count = ContentsCount(
            subject: place.id,
            present: result.present.map(\.id),
            missing: result.missing.count,
            extra: result.extra.count
        )
        let entry = try transaction.append(.counted(count), by: attribution)
        try transaction.forgetCount(at: sessionName)
        let described = try describe(place)
        return try StationReply(in: transaction.view, place, entry: entry.number) { view in
            let words = words(try result.shown(in: view))
            let message = Message("\(described, "place"): \(words, "result"); written down")
            return StationReply.Words(.accepted, "counted", message)
        }
    }

    private struct CountResult {
        var present: [Entity] = []
        var missing: [Entity] = []
        var extra: [Entity] = []
        var unknown: [String] = []

        var isClean: Bool { missing.isEmpty && extra.isEmpty && unknown.isEmpty }

        /// Returns the result without entities that are concealed in `view`.
        func shown(in view: LogView) throws -> CountResult {
            func shown(_ entities: [Entity]) throws -> [Entity] { try entities.filter { try !view.hides($0.id) } }
            return CountResult(
                present: try shown(present),
                missing: try shown(missing),
                extra: try shown(extra),
                unknown: unknown
            )
        }
    }

    /// Returns "12 seen, 1 missing: BX…, 1 extra: FD…, 1 unknown: …".
    private func words(_ result: CountResult) -> Message {
        func list(_ codes: [String]) -> String {
            codes.prefix(5).joined(separator: " ") + (codes.count > 5 ? " …" : "")
        }
        let missing = result.missing.map(\.barcode.text)
        let extra = result.extra.map(\.barcode.text)
        let unknown = result.unknown
        var words = Message("\(result.present.count, "number") seen")
        if !missing.isEmpty {
            words = Message("\(words, "result"), \(missing.count, "number") missing: \(list(missing), "list")")
        }
        if !extra.isEmpty {
            words = Message("\(words, "result"), \(extra.count, "number") extra: \(list(extra), "list")")
        }
        if !unknown.isEmpty {
            words = Message("\(words, "result"), \(unknown.count, "number") unknown: \(list(unknown), "list")")
        }
        return words
    }

    private func result(of place: Entity, in view: LogView) throws -> CountResult {
        let expected = try view.contents(of: place.id, after: nil, limit: ContentsCount.mostThings).map(\.0)
        let counted = try view.counted(at: sessionName)
        let seen = Set(counted.compactMap(\.entity))
        let expectedOnes = Set(expected.map(\.id))
        var result = CountResult()
        for entity in expected {
            if seen.contains(entity.id) { result.present.append(entity) } else { result.missing.append(entity) }
        }
        let extra = seen.subtracting(expectedOnes).sorted()
        let entities = try view.entities(extra)
        result.extra = extra.compactMap { entities[$0] }
        result.unknown = counted.filter { $0.entity == nil }.map(\.code)
        return result
    }
}
