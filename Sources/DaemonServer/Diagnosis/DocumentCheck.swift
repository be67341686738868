import Intake
import Vocabulary

/// Checks that the files of all documents are in the store.
struct DocumentCheck: Check {
    static let name = "documents"

    let audit: DocumentAudit
    let clearance: Clearance

    func findings() async -> [Finding] {
        guard let trouble = audit.trouble(shownTo: clearance) else {
            return [.ok(Self.name, "no stored document is known to be missing")]
        }
        return [.failed(Self.name, trouble.what, remedy: DocumentAudit.remedy)]
    }
}
