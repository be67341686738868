public import Barcodes
import Localization
package import TransferLog
public import Vocabulary

extension Circulation {
    /// Lists pull lists before `cursor`, newest first; with `open` only those with lines that are not fetched yet.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    public func pullLists(
        open: Bool,
        before cursor: PullListID?,
        limit: Int
    ) async throws -> Listed<PullListSummary, PullListID> {
        try await read { view in
            try Listed(after: cursor, limit: limit, in: view, place: \.list.id) { view in
                try view.pullListCount(open: open)
            } rows: { view, cursor, limit in
                let lists =
                    try open
                    ? view.openPullLists(before: cursor, limit: limit) : view.pullLists(before: cursor, limit: limit)
                return try lists.map { PullListSummary(list: $0, tally: try view.pullTally(of: $0.id)) }
            }
        }
    }

    /// Returns a pull list with all of its lines.
    ///
    /// - Throws: ``Refusal`` if no pull list has this barcode; `TransferLogError` if the log cannot be read.
    public func pullList(_ barcode: Barcode) async throws -> PullListSheet {
        try await read { try Self.sheet(try Self.list(barcode, in: $0), in: $0) }
    }

    static func list(_ barcode: Barcode, in view: LogView) throws -> PullList {
        guard let list = try barcode.minted.flatMap({ try view.pullList(barcode: $0) }) else {
            let what = Message("cannot find the pull list \(barcode, "list"): outguide pull-list list shows them")
            throw Refusal(.unknownPullList, what)
        }
        return list
    }

    static func openList(_ barcode: Barcode, in view: LogView) throws -> PullList {
        let list = try list(barcode, in: view)
        if let refusal = refusal(ofCancelled: list) { throw refusal }
        return list
    }

    package static func refusal(ofCancelled list: PullList) -> Refusal? {
        guard list.cancellation != nil else { return nil }
        let what = Message("cannot walk \(list.barcode, "list"): it was cancelled; make a new list")
        return Refusal(.pullListCancelled, what)
    }

    /// Returns the line of an item or container on a list; refused if it is not on the list.
    ///
    /// - Throws: ``Refusal`` if it is not on the list, and the errors of the view's queries.
    package static func line(of entity: Entity, on list: PullList, in view: LogView) throws -> PullListItem {
        guard let line = try view.pullLine(of: entity.id, on: list.id) else {
            let what = Message(
                "cannot pull \(entity.barcode, "item"): it is not on \(list.barcode, "list"); put it back"
            )
            throw Refusal(.notOnList, what)
        }
        return line
    }

    /// Returns a pull list with its lines, without those of entities concealed from the view.
    ///
    /// - Throws: The errors of the view's queries.
    package static func sheet(_ list: PullList, in view: LogView) throws -> PullListSheet {
        let lines = try view.pullLines(of: list.id)
        let entities = try view.entities(lines.map(\.entity) + lines.compactMap(\.recipient))
        let things = try lines.compactMap { line -> RequestedItem? in
            guard let entity = entities[line.entity] else { return nil }
            var reason: String?
            if case .wanted(let want) = try view.entry(line.entry).fact { reason = want.reason }
            let whereabouts = try view.whereabouts(of: entity)
            let home = whereabouts.path.isEmpty ? whereabouts.home : nil
            return RequestedItem(
                line: line,
                entity: entity,
                recipient: line.recipient.flatMap { entities[$0] },
                path: whereabouts.path,
                home: try home.map { try view.whereabouts(of: $0).path + [$0.name] } ?? [],
                reason: reason
            )
        }
        let ordered = things.map { (order: WalkOrder($0.path.isEmpty ? $0.home : $0.path), thing: $0) }
        let walk = ordered.sorted { left, right in
            left.order == right.order ? left.thing.entity.id < right.thing.entity.id : left.order < right.order
        }
        let line = PullListSummary(list: list, tally: try view.pullTally(of: list.id))
        return PullListSheet(line: line, things: walk.map(\.thing))
    }
}
