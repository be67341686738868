import DaemonClient
import Wire

extension DaemonClient {
    /// Registers a record and shows its barcode.
    func add(_ noun: RecordNoun, _ request: NewRecordRequest, showing output: Output) async throws {
        let registered = RegisteredRecord(record: try await ask(noun.requests.create, request))
        await output.remark(registered.remark)
        try await output.show(registered)
    }
}
