import LogProof
import Vocabulary

extension DocumentAttachment: RecordedFact {
    static let kinds = ["document-attached"]

    var fact: Fact { .documentAttached(self) }

    var members: JSONMembers {
        [
            "bytes": .integer(bytes),
            "firstPage": .integer(Int64(firstPage)),
            "mediaType": .string(mediaType),
            "pages": .integer(Int64(pages)),
            "sha256": .string(hash.text),
            "subject": .integer(subject.rawValue),
        ]
    }

    init(from entry: StoredEntry) throws(LogDamage) {
        guard let hash = entry.string("sha256").flatMap({ ContentHash($0) }), let bytes = entry.integer("bytes"),
            let mediaType = entry.string("mediaType"), let firstPage = entry.integer("firstPage"),
            let pages = entry.integer("pages")
        else { throw entry.incomplete }
        self.init(
            subject: try entry.subject,
            hash: hash,
            bytes: bytes,
            mediaType: mediaType,
            firstPage: Int(firstPage),
            pages: Int(pages)
        )
    }
}

extension DocumentMove: RecordedFact {
    static let kinds = ["document-moved"]

    var fact: Fact { .documentMoved(self) }

    var members: JSONMembers {
        [
            "document": .integer(document.rawValue),
            "from": .integer(origin.rawValue),
            "subject": .integer(subject.rawValue),
        ]
    }

    var texts: [FactText] { Self.present((.reason, reason)) }

    init(from entry: StoredEntry) throws(LogDamage) {
        guard let origin = entry.entity("from") else { throw entry.incomplete }
        self.init(
            subject: try entry.subject,
            origin: origin,
            document: try entry.number("document"),
            reason: entry.texts[.reason]
        )
    }
}
