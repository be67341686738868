import Barcodes
import LogProof
import Records

extension Fact {
    /// The members of the entry body for this fact, in addition to the common ones.
    var members: JSONMembers {
        switch self {
        case .registered(let registration): registration.members
        case .transferred(let transfer): transfer.members
        case .changed(let change): change.members
        case .labelled(let labelling):
            labelling.members
        case .labelPrinted(let print):
            print.members
        case .pagePrinted(let print):
            print.members
        case .labelApplied(let application):
            [
                "print": .integer(application.print.rawValue),
                "subject": .integer(application.subject.rawValue),
            ]
        case .documentAttached(let document): document.members
        case .documentMoved(let move): move.members
        case .renewed(let renewal): renewal.members
        case .held(let hold): hold.members
        case .counted(let count): count.members
        case .pullList(.made(let barcode)): ["barcode": .string(barcode.text)]
        case .pullList(.cancelled(let list)): ["list": .integer(list.rawValue)]
        case .wanted(let want): want.members
        case .notFound(let notFound):
            ["list": .integer(notFound.list.rawValue), "subject": .integer(notFound.subject.rawValue)]
        case .corrected(let correction):
            [
                "subject": .integer(correction.subject.rawValue),
                "voids": .integer(correction.voids.rawValue),
            ]
        case .expunged(let expungement): expungement.members
        case .supply(let event):
            [
                "supply": .string(event.supply.text),
                "units": .integer(Int64(event.units)),
            ]
        case .restricted(let restriction):
            [
                "from": .string(restriction.from.word),
                "subject": .integer(restriction.subject.rawValue),
                "to": .string(restriction.to.word),
            ]
        case .log(let event): event.members
        case .unknown: [:]
        }
    }
}

extension Labelling {
    fileprivate var members: JSONMembers {
        var members: JSONMembers = ["subject": .integer(subject.rawValue)]
        members["barcode"] = barcode.mintedJSON
        return members
    }
}

extension LabelPrint {
    fileprivate var members: JSONMembers {
        var members: JSONMembers = [
            "copies": .integer(Int64(copies)),
            "job": .integer(Int64(job)),
            "printer": .string(printer),
            "subject": .integer(subject.rawValue),
            "template": .string(template),
        ]
        members["batch"] = batch.map { .integer($0.rawValue) }
        members.merge(circumstances.members)
        return members
    }
}

extension PagePrint {
    fileprivate var members: JSONMembers {
        var members: JSONMembers = [
            "job": .integer(Int64(job)),
            "labels": .integer(Int64(labels)),
            "printer": .string(printer),
            "template": .string(template),
        ]
        members.merge(circumstances.members)
        return members
    }
}

extension PrintCircumstances {
    /// Empty when printing was normal.
    fileprivate var members: JSONMembers {
        var members: JSONMembers = [:]
        if !despite.isEmpty { members["despite"] = .array(despite.map { .string($0) }) }
        if !overriders.isEmpty {
            var names = JSONMembers()
            for (kind, principal) in overriders { names[kind] = .string(principal.description) }
            members["despiteBy"] = .object(names)
        }
        members["mediaDoubt"] = mediaDoubt.map { .string($0) }
        return members
    }
}

extension Registration {
    fileprivate var members: JSONMembers {
        var members: JSONMembers = [
            "origin": .string(origin.rawValue),
            "recordKind": .string(kind.name),
            "recordType": .string(type.rawValue),
        ]
        members["home"] = home.map { .integer($0.rawValue) }
        members["parent"] = parent.map { .integer($0.rawValue) }
        members["barcode"] = barcode.mintedJSON
        return members
    }
}

extension DocumentAttachment {
    fileprivate var members: JSONMembers {
        [
            "bytes": .integer(bytes),
            "firstPage": .integer(Int64(firstPage)),
            "mediaType": .string(mediaType),
            "pages": .integer(Int64(pages)),
            "sha256": .string(hash.text),
            "subject": .integer(subject.rawValue),
        ]
    }
}

extension DocumentMove {
    fileprivate var members: JSONMembers {
        [
            "document": .integer(document.rawValue),
            "from": .integer(origin.rawValue),
            "subject": .integer(subject.rawValue),
        ]
    }
}

extension Change {
    /// A cleared field is null, and an unchanged one is absent; a new title is in `texts`.
    fileprivate var members: JSONMembers {
        var changes = JSONMembers()
        if title == .cleared { changes["title"] = .null }
        changes["home"] = home.json { .integer($0.rawValue) }
        changes["parent"] = parent.json { .integer($0.rawValue) }
        changes["recordKind"] = kind.json { .string($0.name) }
        changes["closed"] = conditions.isClosed.json { .boolean($0) }
        changes["capacity"] = conditions.capacity.json { .integer(Int64($0)) }
        changes["sealed"] = conditions.isSealed.json { .boolean($0) }
        changes["roles"] = conditions.roles.json { .array($0.map { .string($0.name) }) }
        changes["rooms"] = conditions.rooms.json { .array($0.map { .integer($0.rawValue) }) }
        changes["series"] = conditions.series.json { .string($0.name) }
        return ["changes": .object(changes), "subject": .integer(subject.rawValue)]
    }
}

extension Expungement {
    fileprivate var members: JSONMembers {
        var members: JSONMembers = ["subject": .integer(subject.rawValue)]
        if case .done(let request, let erased) = stage {
            members["erased"] = .integer(Int64(erased))
            members["request"] = .integer(request.rawValue)
        }
        return members
    }
}

extension LogEvent {
    fileprivate var members: JSONMembers {
        switch self {
        case .clockSteppedBack(let microseconds), .clockSteppedForward(let microseconds):
            ["microseconds": .integer(microseconds)]
        case .backedUp(let entries, let sha256): ["entries": .integer(entries), "sha256": .string(sha256)]
        case .restored(let entries, let abandoned, let issued, _):
            [
                "abandonedEntries": abandoned.map { .integer($0.entries) },
                "abandonedRoot": abandoned.map { .string($0.root) },
                "entries": .integer(entries),
                "issued": issued.isEmpty ? nil : .array(issued.map { .string($0.text) }),
            ]
        case .keyRotated(let old, let new, _): ["newKey": .string(new), "oldKey": old.map { .string($0) }]
        case .evidenceCommitted(let head):
            [
                "accesses": .integer(head.accesses), "accessesHash": .string(head.accessesHash),
                "readings": .integer(head.readings), "readingsHash": .string(head.readingsHash),
            ]
        }
    }
}

extension Placement {
    var json: JSONValue {
        var members: JSONMembers = ["kind": .string(word)]
        members["record"] = place.map { .integer($0.rawValue) }
        return .object(members)
    }
}

extension Barcode? {
    /// A minted barcode is stored in the body; any other barcode is a text that the body only commits to.
    fileprivate var mintedJSON: JSONValue? { self?.minted.map { .string($0.text) } }
}

extension Edit {
    fileprivate func json(_ value: (Value) -> JSONValue) -> JSONValue? {
        switch self {
        case .kept: nil
        case .cleared: .null
        case .set(let new): value(new)
        }
    }
}
