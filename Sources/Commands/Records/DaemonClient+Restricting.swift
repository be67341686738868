import DaemonClient
import Wire

extension DaemonClient {
    /// Restricts, opens, seals or unseals a thing of this sort; `sentence` says to people what was written.
    func restriction(
        _ request: RestrictionRequest,
        of noun: RecordNoun,
        _ barcode: String,
        sentence: String
    ) async throws -> WrittenEntry {
        // The path takes things of every sort; what was meant is this one.
        _ = try await record(noun, barcode: barcode)
        let entry = try await restrict(barcode, request)
        return WrittenEntry(entry: entry, sentence: "\(sentence), entry \(entry.entry)")
    }
}
