import LogProof
import Vocabulary

extension Hold: RecordedFact {
    private static let placed = "hold-placed"
    private static let released = "hold-released"
    static let kinds = [placed, released]

    var entryKind: String { stage == .placed ? Self.placed : Self.released }
    var fact: Fact { .held(self) }

    var members: JSONMembers {
        var members: JSONMembers = ["subject": .integer(subject.rawValue)]
        if case .released(let hold) = stage { members["hold"] = .integer(hold.rawValue) }
        return members
    }

    var texts: [FactText] { Self.present((.order, order), (.reason, reason)) }

    init(from entry: StoredEntry) throws(LogDamage) {
        self.init(
            subject: try entry.subject,
            stage: entry.kind == Self.placed ? .placed : .released(try entry.number("hold")),
            order: entry.texts[.order],
            reason: entry.texts[.reason]
        )
    }
}

extension Restriction: RecordedFact {
    static let kinds = ["restricted", "sealed", "unsealed", "unrestricted"]

    var entryKind: String {
        switch to {
        case .sealed, .expunged: "sealed"
        case .restricted: from == .sealed ? "unsealed" : "restricted"
        case .open: from == .sealed ? "unsealed" : "unrestricted"
        }
    }

    var fact: Fact { .restricted(self) }

    var members: JSONMembers {
        ["from": .string(from.word), "subject": .integer(subject.rawValue), "to": .string(to.word)]
    }

    var texts: [FactText] { Self.present((.order, order), (.reason, reason)) }

    init(from entry: StoredEntry) throws(LogDamage) {
        guard let from = entry.string("from").flatMap(Restriction.Level.init(word:)),
            let to = entry.string("to").flatMap(Restriction.Level.init(word:))
        else { throw entry.incomplete }
        self.init(
            subject: try entry.subject,
            from: from,
            to: to,
            order: entry.texts[.order],
            reason: entry.texts[.reason]
        )
    }
}

extension Restriction.Level {
    /// The name of the level in an entry body.
    fileprivate var word: String {
        switch self {
        case .open: "open"
        case .restricted: "restricted"
        case .sealed: "sealed"
        case .expunged: "expunged"
        }
    }

    fileprivate init?(word: String) {
        guard let level = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = level
    }
}

extension Expungement: RecordedFact {
    private static let requested = "expungement-requested"
    private static let done = "expunged"
    static let kinds = [requested, done]

    var entryKind: String { stage == .requested ? Self.requested : Self.done }
    var fact: Fact { .expunged(self) }

    var members: JSONMembers {
        var members: JSONMembers = ["subject": .integer(subject.rawValue)]
        if case .done(let request, let erased) = stage {
            members["erased"] = .integer(Int64(erased))
            members["request"] = .integer(request.rawValue)
        }
        return members
    }

    var texts: [FactText] { Self.present((.order, order), (.reason, reason)) }

    init(from entry: StoredEntry) throws(LogDamage) {
        var stage = Stage.requested
        if entry.kind == Self.done {
            guard let erased = entry.integer("erased") else { throw entry.incomplete }
            stage = .done(request: try entry.number("request"), erased: Int(erased))
        }
        self.init(subject: try entry.subject, stage: stage, order: entry.texts[.order], reason: entry.texts[.reason])
    }
}

extension Correction: RecordedFact {
    static let kinds = ["corrected"]

    var fact: Fact { .corrected(self) }
    var members: JSONMembers { ["subject": .integer(subject.rawValue), "voids": .integer(voids.rawValue)] }
    var texts: [FactText] { Self.present((.reason, reason)) }

    init(from entry: StoredEntry) throws(LogDamage) {
        self.init(voids: try entry.number("voids"), subject: try entry.subject, reason: entry.texts[.reason])
    }
}
