import Records

extension Transfer {
    var members: CanonicalMembers {
        var members: CanonicalMembers = [
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
    var members: CanonicalMembers { ["due": .string(due.rfc3339), "subject": .integer(subject.rawValue)] }
}

extension Hold {
    var members: CanonicalMembers {
        var members: CanonicalMembers = ["subject": .integer(subject.rawValue)]
        if case .released(let hold) = stage { members["hold"] = .integer(hold.rawValue) }
        return members
    }
}

extension ContentsCount {
    var members: CanonicalMembers {
        [
            "extra": .integer(Int64(extra)),
            "missing": .integer(Int64(missing)),
            "present": .array(present.map { .integer($0.rawValue) }),
            "subject": .integer(subject.rawValue),
        ]
    }
}

extension Want {
    var members: CanonicalMembers {
        var members: CanonicalMembers = [
            "list": .integer(list.rawValue),
            "subject": .integer(subject.rawValue),
        ]
        members["due"] = due.map { .string($0.rfc3339) }
        members["recipient"] = recipient.map { .integer($0.rawValue) }
        return members
    }
}
