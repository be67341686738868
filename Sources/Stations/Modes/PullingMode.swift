import Barcodes
import Circulation
import Localization
import TransferLog
import Vocabulary

/// Fetching: items and containers on the open pull list are sent to their recipients.
struct PullingMode: StationMode {
    let word = "pulling"
    let prompts: [ControlCommand: Message] = [.notFound: Message("scan on the list what is not there")]
    let isAudit = false
    let staysOpen = false

    func act(on command: ControlCommand, in open: StationContext?) -> StationAct? {
        switch (command, open?.list) {
        case (.end, let list?):
            return .mode(.closes) { desk, _, _ in
                try desk.report(on: desk.transaction.view.pullList(list), "pull-ended")
            }
        case (.notFound, .some): return .armed(.notFound)
        case (.notFound, nil):
            let what = Message("cannot note what was not found: no pull list is open; scan the list first")
            return .refused(Refusal(.noListOpen, what))
        default: return nil
        }
    }

    func act(on scanned: Scanned, after armed: ControlCommand?, in open: StationContext?) -> StationAct? {
        switch scanned {
        case .list(let list):
            if armed == .whereIs { return .mode { desk, _, _ in try desk.report(on: list, "where") } }
            if let refusal = Circulation.refusal(ofCancelled: list) { return .refused(refusal) }
            return .mode(.opens(.mode(word, list: list.id))) { desk, _, _ in try desk.report(on: list, "pulling") }
        case .known(let entity):
            guard let list = open?.list, entity.type.isMovable else { return nil }
            switch armed {
            case nil: return .mode { desk, attribution, _ in try desk.pull(entity, on: list, by: attribution) }
            case .notFound:
                // If it is refused, the next scan must not be taken for something that was found.
                return .mode(closesWhenRefused: true) { desk, attribution, _ in
                    try desk.noteNotFound(entity, on: list, by: attribution)
                }
            default: return nil
            }
        case .unknown(let barcode):
            guard open?.list != nil, armed == nil else { return nil }
            let what = Message(
                "cannot pull \(barcode, "item"): it is on no list; nothing with this barcode is registered"
            )
            return .refused(Refusal(.notOnList, what))
        case .control: return nil
        }
    }

    func progress(of open: StationContext, at name: SessionName, in view: LogView) throws -> ModeProgress? {
        guard let list = open.list else { return nil }
        let tally = try view.pullTally(of: list)
        return (tally.pulled, tally.total)
    }
}

extension StationDesk {
    fileprivate func pull(_ entity: Entity, on id: PullListID, by attribution: Attribution) throws -> StationReply {
        let view = transaction.view
        let list = try view.pullList(id)
        var order = MoveOrder(to: .inTransit)
        do {
            if let refusal = Circulation.refusal(ofCancelled: list) { throw refusal }
            let line = try Circulation.line(of: entity, on: list, in: view)
            guard line.pulled == nil else {
                return try StationReply(in: view, entity) { view in
                    let message = Message(
                        "\(entity.term, "item") was pulled already, \(try progress(of: list, in: view), "progress")"
                    )
                    return StationReply.Words(.attention, "pulled-already", message)
                }
            }
            order = MoveOrder(pullingFor: line.recipient)
            var mover = try Mover(order, in: transaction, settings: settings)
            guard let entry = try mover.move(entity, by: attribution) else {
                let message = Message("\(entity.term, "item") is on its way already, but not for this list")
                return StationReply(.attention, "already-there", message, entity)
            }
            let recipient = try line.recipient.map { try known($0) }
            return try StationReply(in: view, entity, entry: entry.number) { view in
                let progress = try progress(of: list, in: view)
                let message =
                    recipient.map {
                        Message(
                            "\(entity.term, "item") is pulled for \($0.name, "recipient"), \(progress, "progress")"
                        )
                    } ?? Message("\(entity.term, "item") is pulled for this station, \(progress, "progress")")
                return StationReply.Words(.accepted, "pulled", message)
            }
        } catch let refusal as Refusal {
            return StationReply(refusal, entity) { [order] view in
                if try view.hides(id) { return }
                _ = try Circulation.line(of: entity, on: list, in: view)
                var mover = try Mover(order, in: transaction, settings: settings, shownTo: view)
                _ = try mover.transfers(of: [entity], by: attribution)
            }
        }
    }

    fileprivate func noteNotFound(
        _ entity: Entity,
        on id: PullListID,
        by attribution: Attribution
    ) throws -> StationReply {
        let list = try transaction.view.pullList(id)
        do {
            if let refusal = Circulation.refusal(ofCancelled: list) { throw refusal }
            let line = try Circulation.line(of: entity, on: list, in: transaction.view)
            guard line.state == .wanted else {
                return try StationReply(in: transaction.view, entity) { view in
                    let progress = try progress(of: list, in: view)
                    let message =
                        line.state == .pulled
                        ? Message("\(entity.term, "item") was pulled already, \(progress, "progress")")
                        : Message("\(entity.term, "item") is noted as not found already, \(progress, "progress")")
                    return StationReply.Words(.attention, "told-already", message)
                }
            }
            let notFound = NotFound(subject: entity.id, list: list.id)
            let entry = try transaction.append(.notFound(notFound), by: attribution)
            return try StationReply(in: transaction.view, entity, entry: entry.number) { view in
                let message = Message(
                    "\(entity.term, "item") is noted as not found, \(try progress(of: list, in: view), "progress")"
                )
                return StationReply.Words(.accepted, "not-found", message)
            }
        } catch let refusal as Refusal {
            return StationReply(refusal, entity) { view in
                if try !view.hides(id) { throw refusal }
            }
        }
    }

    /// Returns the progress of a pull list and the next items to fetch.
    fileprivate func report(on list: PullList, _ kind: String) throws -> StationReply {
        try StationReply(in: transaction.view) { view in try words(on: list, kind, in: view) }
    }

    private func words(on list: PullList, _ kind: String, in view: LogView) throws -> StationReply.Words {
        let sheet = try Circulation.sheet(list, in: view)
        let left = sheet.things.filter { $0.line.state == .wanted }
        let missed = sheet.line.tally.missed
        var words = try progress(of: list, in: view)
        if missed > 0 { words = Message("\(words, "progress"), \(missed, "number") not found") }
        if sheet.line.state == .cancelled { words = Message("\(words, "progress"), cancelled") }
        guard let first = left.first, sheet.line.state == .open else {
            let message = Message("\(list.barcode, "list"): \(words, "progress")")
            return StationReply.Words(missed > 0 ? .attention : .accepted, kind, message)
        }
        let next = left.dropFirst().prefix(2).reduce(place(of: first)) { items, thing in
            Message("\(items, "items"), \(place(of: thing), "item")", context: "list")
        }
        let message =
            left.count > 3
            ? Message("\(list.barcode, "list"): \(words, "progress"); left: \(next, "items") …")
            : Message("\(list.barcode, "list"): \(words, "progress"); left: \(next, "items")")
        return StationReply.Words(kind == "pull-ended" ? .attention : .accepted, kind, message)
    }

    private func place(of thing: RequestedItem) -> Message {
        let item = thing.entity.barcode
        let known = (thing.path.isEmpty ? thing.home : thing.path).reversed().joined(separator: " · ")
        guard thing.path.isEmpty else { return Message("\(item, "item") at \(known, "place")") }
        guard !known.isEmpty else { return Message("\(item, "item") at no known place") }
        return Message("\(item, "item") at no known place, home \(known, "place")")
    }

    /// Returns "2 of 5".
    private func progress(of list: PullList, in view: LogView) throws -> Message {
        let tally = try view.pullTally(of: list.id)
        return Message("\(tally.pulled, "number") of \(tally.total, "total")")
    }
}
