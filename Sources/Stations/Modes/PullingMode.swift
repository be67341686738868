import Barcodes
import Circulation
import TransferLog
import Vocabulary

/// Fetching: items and containers on the open pull list are sent to their recipients.
struct PullingMode: StationMode {
    let word = "pulling"
    let prompts: [ControlCommand: String] = [.notFound: "scan on the list what is not there"]
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
            let reason = "cannot note what was not found: no pull list is open; scan the list first"
            return .refused(Refusal(.noListOpen, reason))
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
            let what = "cannot pull \(barcode): it is on no list; nothing with this barcode is registered"
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
                    let message = "\(name(entity)) was pulled already, \(try progress(of: list, in: view))"
                    return StationReply.Words(.attention, "pulled-already", message)
                }
            }
            order = MoveOrder(pullingFor: line.recipient)
            var mover = try Mover(order, in: transaction, settings: settings)
            guard let entry = try mover.move(entity, by: attribution) else {
                let message = "\(name(entity)) is on its way already, but not for this list"
                return StationReply(.attention, "already-there", message, entity)
            }
            let recipient = try line.recipient.map { try known($0) }
            let to = recipient.map { "for \($0.name)" } ?? "for this station"
            return try StationReply(in: view, entity, entry: entry.number) { view in
                let message = "\(name(entity)) is pulled \(to), \(try progress(of: list, in: view))"
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
                let what = line.state == .pulled ? "was pulled already" : "is noted as not found already"
                return try StationReply(in: transaction.view, entity) { view in
                    let message = "\(name(entity)) \(what), \(try progress(of: list, in: view))"
                    return StationReply.Words(.attention, "told-already", message)
                }
            }
            let notFound = NotFound(subject: entity.id, list: list.id)
            let entry = try transaction.append(.notFound(notFound), by: attribution)
            return try StationReply(in: transaction.view, entity, entry: entry.number) { view in
                let message = "\(name(entity)) is noted as not found, \(try progress(of: list, in: view))"
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
        if missed > 0 { words += ", \(missed) not found" }
        if sheet.line.state == .cancelled { words += ", cancelled" }
        guard !left.isEmpty, sheet.line.state == .open else {
            return StationReply.Words(missed > 0 ? .attention : .accepted, kind, "\(list.barcode.text): \(words)")
        }
        var next: [String] = []
        for thing in left.prefix(3) {
            let known = (thing.path.isEmpty ? thing.home : thing.path).reversed().joined(separator: " · ")
            let place =
                !thing.path.isEmpty ? known : known.isEmpty ? "no known place" : "no known place, home \(known)"
            next.append("\(thing.entity.barcode) at \(place)")
        }
        let more = left.count > next.count ? " …" : ""
        let message = "\(list.barcode.text): \(words); left: \(next.joined(separator: ", "))\(more)"
        return StationReply.Words(kind == "pull-ended" ? .attention : .accepted, kind, message)
    }

    /// Returns "2 of 5".
    private func progress(of list: PullList, in view: LogView) throws -> String {
        let tally = try view.pullTally(of: list.id)
        return "\(tally.pulled) of \(tally.total)"
    }
}
