import DaemonClient
import Wire

extension DaemonClient {
    /// Decides who may know of a thing of this sort, and says what was written.
    func restriction(_ request: RestrictionRequest, of noun: RecordNoun, _ barcode: String) async throws -> WrittenEntry
    {
        // The path takes things of every sort; what was meant is this one.
        _ = try await record(noun, barcode: barcode)
        let entry = try await restrict(barcode, request)
        return WrittenEntry(entry: entry, sentence: "entry \(entry.entry) says that \(barcode) is \(entry.kind)")
    }
}
