import Records
import Wire

/// Checks that the files of all documents are in the store.
struct DocumentCheck: Check {
    static let name = "documents"

    let audit: DocumentAudit
    let sight: Sight

    func findings() async -> [FindingResource] {
        guard let trouble = audit.trouble(shownTo: sight) else {
            return [.ok(Self.name, "no stored document is known to be missing")]
        }
        return [.failed(Self.name, trouble.what, remedy: DocumentAudit.remedy)]
    }
}
