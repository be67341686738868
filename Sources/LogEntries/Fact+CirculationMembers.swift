import LogProof
import Records

extension Transfer {
    var members: JSONMembers {
        var members: JSONMembers = [
            "from": from.json,
            "subject": .integer(subject.rawValue),
            "to": to.json,
        ]
        members["due"] = due.map { .string($0.rfc3339) }
        members["recipient"] = recipient.map { .integer($0.rawValue) }
        return members
    }
}

extension Renewal {
    var members: JSONMembers { ["due": .string(due.rfc3339), "subject": .integer(subject.rawValue)] }
}

extension Hold {
    var members: JSONMembers {
        var members: JSONMembers = ["subject": .integer(subject.rawValue)]
        if case .released(let hold) = stage { members["hold"] = .integer(hold.rawValue) }
        return members
    }
}

extension ContentsCount {
    var members: JSONMembers {
        [
            "extra": .integer(Int64(extra)),
            "missing": .integer(Int64(missing)),
            "present": .array(present.map { .integer($0.rawValue) }),
            "subject": .integer(subject.rawValue),
        ]
    }
}

extension Want {
    var members: JSONMembers {
        var members: JSONMembers = [
            "list": .integer(list.rawValue),
            "subject": .integer(subject.rawValue),
        ]
        members["due"] = due.map { .string($0.rfc3339) }
        members["recipient"] = recipient.map { .integer($0.rawValue) }
        return members
    }
}
