import LogProof
public import Vocabulary

/// A fact in the form in which an entry records it.
///
/// The bytes of every log contain the kinds and the names of members, so those never change.
protocol RecordedFact: Sendable {
    /// The kinds of entries that record such a fact: past-tense words.
    static var kinds: [String] { get }
    /// The kind of the entry that records this fact; one of ``kinds``.
    var entryKind: String { get }
    /// The members of the body, in addition to those of every entry.
    var members: JSONMembers { get }
    /// The texts to which the body only commits.
    var texts: [FactText] { get }
    var fact: Fact { get }

    /// Reads the fact from an entry of one of ``kinds``.
    init(from entry: StoredEntry) throws(LogDamage)
}

/// A text of a fact, stored outside the body.
typealias FactText = (field: TextField, text: String)

extension RecordedFact {
    /// For facts with one kind.
    var entryKind: String { Self.kinds[0] }
    /// For facts without texts.
    var texts: [FactText] { [] }

    /// Those of the texts that are present.
    static func present(_ texts: (TextField, String?)...) -> [FactText] {
        texts.compactMap { field, text in text.map { (field, $0) } }
    }
}

extension Fact {
    /// The form in which an entry records the fact.
    var recorded: any RecordedFact {
        switch self {
        case .registered(let registration): registration
        case .transferred(let transfer): transfer
        case .changed(let change): change
        case .labelled(let labelling): labelling
        case .labelPrinted(let print): print
        case .pagePrinted(let print): print
        case .labelApplied(let application): application
        case .documentAttached(let document): document
        case .documentMoved(let move): move
        case .renewed(let renewal): renewal
        case .held(let hold): hold
        case .counted(let count): count
        case .pullList(let event): event
        case .wanted(let want): want
        case .notFound(let notFound): notFound
        case .corrected(let correction): correction
        case .expunged(let expungement): expungement
        case .supply(let event): event
        case .restricted(let restriction): restriction
        case .log(let event): event
        case .unknown(let kind): UnknownFact(entryKind: kind)
        }
    }

    /// The past-tense word that is the `kind` of the entry.
    public var kind: String { recorded.entryKind }
}

/// All facts that this version knows.
enum RecordedFacts {
    static let types: [any RecordedFact.Type] = [
        Registration.self, Transfer.self, Change.self, Renewal.self, ContentsCount.self,
        PullListEvent.self, ItemRequest.self, NotFound.self,
        Hold.self, Restriction.self, Expungement.self, Correction.self,
        Labelling.self, LabelPrint.self, PagePrint.self, LabelApplication.self, SupplyEvent.self,
        DocumentAttachment.self, DocumentMove.self,
        LogEvent.self,
    ]

    private static let byKind: [String: any RecordedFact.Type] = {
        var byKind: [String: any RecordedFact.Type] = [:]
        for type in types { for kind in type.kinds { byKind[kind] = type } }
        return byKind
    }()

    /// The type that reads entries of this kind.
    static func reader(of kind: String) -> any RecordedFact.Type { byKind[kind] ?? UnknownFact.self }
}

/// A fact of a newer version, of which only the kind is known.
struct UnknownFact: RecordedFact {
    static let kinds: [String] = []

    let entryKind: String

    init(entryKind: String) { self.entryKind = entryKind }

    init(from entry: StoredEntry) { entryKind = entry.kind }

    var members: JSONMembers { [:] }
    var fact: Fact { .unknown(kind: entryKind) }
}
