import DaemonClient
import Terminal
import Wire

extension DaemonClient {
    /// Registers an entity and shows its barcode.
    func add(_ noun: EntityNoun, _ request: NewEntityRequest, showing output: Output) async throws {
        let registered = RegisteredEntity(entity: try await ask(noun.requests.create, request))
        await output.remark(registered.remark)
        try await output.show(registered)
    }
}
