import Labels
import Wire

/// Whether every label template can be used.
struct TemplateCheck: Check {
    static let name = "templates"

    let library: LabelTemplateLibrary
    /// The one that is used when none is named.
    let usual: String

    func findings() async -> [FindingResource] {
        let (library, usual) = (library, usual)
        let names = library.names()
        var findings: [FindingResource] = names.compactMap { name in
            do throws(LabelTemplateLibraryError) {
                _ = try library.template(named: name)
                return nil
            } catch {
                return .failed(Self.name, "\(error)", remedy: "mend it, or remove it to use the one of the package")
            }
        }
        if !names.contains(usual) {
            let message = "there is no label template \(usual), which labelTemplate names"
            findings.append(.failed(Self.name, message, remedy: "name one of \(names.joined(separator: ", "))"))
        }
        return findings.isEmpty ? [.ok(Self.name, "\(names.count) label templates can be used")] : findings
    }
}
