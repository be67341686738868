public import Vocabulary

extension EntityType {
    /// The type as a term, such as `container`.
    public var term: Message {
        switch self {
        case .item: Message("item", context: "kind of item")
        case .container: Message("container", context: "kind of item")
        case .location: EntityKind.location.term
        case .custodian: EntityKind.custodian.term
        }
    }

    /// The type with its indefinite article in the nominative, as in “it is a container”.
    public var termWithArticle: Message {
        switch self {
        case .item: Message("an item", context: "kind of item")
        case .container: Message("a container", context: "kind of item")
        case .location: EntityKind.location.termWithArticle
        case .custodian: EntityKind.custodian.termWithArticle
        }
    }
}

extension EntityKind {
    /// The kind as a term, such as `folder`; the name of a kind that an archive defines is not translated.
    public var term: Message {
        switch self {
        case .box: Message("box", context: "kind of item")
        case .cart: Message("cart", context: "kind of item")
        case .clerk: Message("clerk", context: "kind of item")
        case .crate: Message("crate", context: "kind of item")
        case .custodian: Message("custodian", context: "kind of item")
        case .folder: Message("folder", context: "kind of item")
        case .location: Message("location", context: "kind of item")
        case .pallet: Message("pallet", context: "kind of item")
        case .supervisor: Message("supervisor", context: "kind of item")
        default: Message(verbatim: name)
        }
    }

    /// The kind with its indefinite article in the nominative, as in “it is a folder”.
    public var termWithArticle: Message {
        switch self {
        case .box: Message("a box", context: "kind of item")
        case .cart: Message("a cart", context: "kind of item")
        case .clerk: Message("a clerk", context: "kind of item")
        case .crate: Message("a crate", context: "kind of item")
        case .custodian: Message("a custodian", context: "kind of item")
        case .folder: Message("a folder", context: "kind of item")
        case .location: Message("a location", context: "kind of item")
        case .pallet: Message("a pallet", context: "kind of item")
        case .supervisor: Message("a supervisor", context: "kind of item")
        case _ where name.first.map("aeiou".contains) == true:
            Message("an \(name, "kind")", context: "kind of item")
        default: Message("a \(name, "kind")", context: "kind of item")
        }
    }
}

extension Entity {
    /// The kind, the barcode, and the title if there is one, such as `folder FD00000000015 (Smith ./. Jones)`.
    public var term: Message {
        guard let title else { return Message("\(kind.term, "kind") \(barcode, "item")", context: "item") }
        return Message("\(kind.term, "kind") \(barcode, "item") (\(title, "title"))", context: "item")
    }
}

extension Placement {
    /// The placement as a term, for a list or a table.
    public var term: Message {
        switch self {
        case .location: Message("location", context: "placement")
        case .container: Message("container", context: "placement")
        case .custodian: Message("custodian", context: "placement")
        case .inTransit: Message("in transit", context: "placement")
        case .unknown: Message("unknown", context: "placement")
        case .disposed: Message("disposed of", context: "placement")
        }
    }
}

extension Verdict {
    /// The verdict on a reading as a term.
    public var term: Message {
        switch self {
        case .accepted: Message("accepted", context: "verdict")
        case .attention: Message("attention", context: "verdict")
        case .refused: Message("refused", context: "verdict")
        }
    }
}

extension Restriction.Level {
    /// The level as a term.
    public var term: Message {
        switch self {
        case .open: Message("open", context: "restriction")
        case .restricted: Message("restricted", context: "restriction")
        case .sealed: Message("sealed", context: "restriction")
        case .expunged: Message("expunged", context: "restriction")
        }
    }
}

extension Role {
    /// The role as a term.
    public var term: Message {
        switch self {
        case .reader: Message("reader", context: "role")
        case .clerk: Message("clerk", context: "role")
        case .supervisor: Message("supervisor", context: "role")
        case .auditor: Message("auditor", context: "role")
        case .administrator: Message("administrator", context: "role")
        }
    }
}

extension ControlCommand {
    /// The text beside the barcode on the sheet of commands.
    public var term: Message {
        switch self {
        case .put: Message("Put here", context: "command of a station")
        case .into: Message("Into this", context: "command of a station")
        case .chargeOut: Message("Charge out to", context: "command of a station")
        case .takeBack: Message("Return", context: "command of a station")
        case .inTransit: Message("In transit", context: "command of a station")
        case .pickUp: Message("Pick up (cart)", context: "command of a station")
        case .drop: Message("Drop (cart)", context: "command of a station")
        case .whereIs: Message("Where is this?", context: "command of a station")
        case .end: Message("End", context: "command of a station")
        case .undo: Message("Undo last", context: "command of a station")
        case .undoRun: Message("Undo run", context: "command of a station")
        case .signOut: Message("Sign out", context: "command of a station")
        case .reprint: Message("Reprint label", context: "command of a station")
        case .startStocktake: Message("Start stocktake", context: "command of a station")
        case .endStocktake: Message("End stocktake", context: "command of a station")
        case .confirm: Message("Confirm", context: "command of a station")
        case .verify: Message("Verify contents", context: "command of a station")
        case .notFound: Message("Not found", context: "command of a station")
        }
    }
}
