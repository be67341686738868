import Localization

/// What a command does with entities of one type, for its help text.
enum EntityVerb: Sendable, Hashable {
    case all, register, list, show, change, seal, unseal, restrict, unrestrict, expunge
}

/// The first lines of help texts: each is a whole sentence, because articles and endings differ by language.
extension ItemNoun {
    static func help(_ verb: EntityVerb) -> Message {
        switch verb {
        case .all: Message("Register, list, show, change, seal and expunge items.")
        case .register: Message("Register an item.")
        case .list: Message("List the items, oldest registration first.")
        case .show: Message("Show one item.")
        case .change: Message("Change the title, kind, home or constraints of one item.")
        case .seal: Message("Seal one item and its contents by order.")
        case .unseal: Message("Unseal one item by order.")
        case .restrict: Message("Restrict one item and its contents to staff.")
        case .unrestrict: Message("Lift the restriction of one item.")
        case .expunge: Message("Expunge one item: erase every text about it, with two approvals.")
        }
    }
}

extension ContainerNoun {
    static func help(_ verb: EntityVerb) -> Message {
        switch verb {
        case .all: Message("Register, list, show, change, seal and expunge containers.")
        case .register: Message("Register a container.")
        case .list: Message("List the containers, oldest registration first.")
        case .show: Message("Show one container.")
        case .change: Message("Change the title, kind, home or constraints of one container.")
        case .seal: Message("Seal one container and its contents by order.")
        case .unseal: Message("Unseal one container by order.")
        case .restrict: Message("Restrict one container and its contents to staff.")
        case .unrestrict: Message("Lift the restriction of one container.")
        case .expunge: Message("Expunge one container: erase every text about it, with two approvals.")
        }
    }
}

extension LocationNoun {
    static func help(_ verb: EntityVerb) -> Message {
        verb == .list ? Message("List the locations, oldest registration first.") : Message("Show one location.")
    }
}

extension CustodianNoun {
    static func help(_ verb: EntityVerb) -> Message {
        switch verb {
        case .list: Message("List the custodians, oldest registration first.")
        case .expunge: Message("Expunge one custodian: erase every text about it, with two approvals.")
        default: Message("Show one custodian.")
        }
    }
}
