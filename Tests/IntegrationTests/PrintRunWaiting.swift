import DaemonClient
import Wire

extension DaemonClient {
    /// Returns a print run once it has changed, or after a while.
    ///
    /// `printed` is the known number of printed labels, `seen` the known kind of trouble or delay: empty for none, nil
    /// to ignore it.
    func printBatchChanged(_ number: Int64, printed: Int, seen: String? = nil) async throws -> PrintBatchResource {
        typealias Batches = API.LabelBatches
        let query = [Batches.wait.set(20), Batches.printed.set(printed), Batches.seen.set(seen)]
        return try await ask(Batches.show, at: String(number), query: query)
    }
}
