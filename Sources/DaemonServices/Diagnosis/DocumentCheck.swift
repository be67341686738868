package import Intake
import Localization
package import Vocabulary

/// Checks that the files of all documents are in the store.
package struct DocumentCheck: Check {
    static let name = "documents"

    let audit: DocumentAudit
    let clearance: Clearance

    package init(audit: DocumentAudit, clearance: Clearance) {
        self.audit = audit
        self.clearance = clearance
    }

    package func findings() async -> [Finding] {
        guard let trouble = audit.trouble(shownTo: clearance) else {
            return [.ok(Self.name, Message("no stored document is known to be missing"))]
        }
        return [.failed(Self.name, trouble.what, remedy: DocumentAudit.remedy)]
    }
}
