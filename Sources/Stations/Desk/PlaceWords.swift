import Localization
import Vocabulary

/// The clauses that say where an item or container is.
struct PlaceWords {
    private enum Way {
        case at(String)
        case with(String)
        case inTransit
        case nowhere
        case disposed
    }

    private let way: Way
    private let since: Timestamp

    init(_ found: Whereabouts) {
        let path = found.path.reversed().joined(separator: " · ")
        since = found.since
        way =
            switch found.placement {
            case .location, .container: .at(path)
            case .custodian: .with(path)
            case .inTransit: .inTransit
            case .unknown: .nowhere
            case .disposed: .disposed
            }
    }

    func current(_ entity: Entity, since day: CalendarDay) -> Message {
        let item = entity.term
        return switch way {
        case .at(let place): Message("\(item, "item") is at \(place, "place") since \(day, "day")")
        case .with(let holder): Message("\(item, "item") is with \(holder, "holder") since \(day, "day")")
        case .inTransit: Message("\(item, "item") is in transit since \(day, "day")")
        case .nowhere: Message("\(item, "item") is nowhere that anybody knows since \(day, "day")")
        case .disposed: Message("\(item, "item") is disposed of since \(day, "day")")
        }
    }

    var now: Message {
        switch way {
        case .at(let place): Message("it is at \(place, "place") now")
        case .with(let holder): Message("it is with \(holder, "holder") now")
        case .inTransit: Message("it is in transit now")
        case .nowhere: Message("it is nowhere that anybody knows now")
        case .disposed: Message("it is disposed of now")
        }
    }

    var present: Message {
        switch way {
        case .at(let place): Message("since \(since, "time") it is at \(place, "place")")
        case .with(let holder): Message("since \(since, "time") it is with \(holder, "holder")")
        case .inTransit: Message("since \(since, "time") it is in transit")
        case .nowhere: Message("since \(since, "time") it is nowhere that anybody knows")
        case .disposed: Message("since \(since, "time") it is disposed of")
        }
    }

    /// The present place, which a move recorded afterwards does not change.
    var lasting: Message {
        switch way {
        case .at(let place): Message("since \(since, "time") it is at \(place, "place"), and stays there")
        case .with(let holder): Message("since \(since, "time") it is with \(holder, "holder"), and stays there")
        case .inTransit: Message("since \(since, "time") it is in transit, and stays there")
        case .nowhere: Message("since \(since, "time") it is nowhere that anybody knows, and stays there")
        case .disposed: Message("since \(since, "time") it is disposed of, and stays there")
        }
    }

    /// States, during a count, that the log has the item or container somewhere else.
    func extra(_ entity: Entity) -> Message {
        let item = entity.term
        return switch way {
        case .at(let place), .with(let place): Message("\(item, "item") is extra: the log has it at \(place, "place")")
        case .inTransit: Message("\(item, "item") is extra: the log has it in transit")
        case .nowhere: Message("\(item, "item") is extra: the log has it nowhere that anybody knows")
        case .disposed: Message("\(item, "item") is extra: the log has it disposed of")
        }
    }
}
