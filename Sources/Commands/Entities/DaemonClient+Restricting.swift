import DaemonClient
import Wire

extension DaemonClient {
    /// Restricts, opens, seals or unseals an entity of this type.
    ///
    /// `sentence` describes the entry for people.
    func restriction(
        _ request: RestrictionRequest,
        of noun: EntityNoun,
        _ barcode: String,
        sentence: String
    ) async throws -> WrittenEntry {
        // The path accepts entities of every type; this checks that the entity has the named one.
        _ = try await ask(noun.requests.show, at: barcode)
        let entry = try await ask(API.Restrictions.restrict, at: barcode, request)
        return WrittenEntry(entry: entry, sentence: "\(sentence), entry \(entry.entry)")
    }
}
