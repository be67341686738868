package import Labels
import Localization

/// Checks that all label templates are valid.
package struct TemplateCheck: Check {
    static let name = "templates"

    let library: LabelTemplateLibrary
    /// The default template.
    let usual: String

    package init(library: LabelTemplateLibrary, usual: String) {
        self.library = library
        self.usual = usual
    }

    package func findings() async -> [Finding] {
        let (library, usual) = (library, usual)
        let names = library.names()
        let renderer = LabelRenderer()
        var findings: [Finding] = []
        for name in names {
            do {
                try await renderer.check(try library.template(named: name))
            } catch {
                let remedy = Message("mend it, or remove it to use the one of the package")
                findings.append(.failed(Self.name, error.asMessage, remedy: remedy))
            }
        }
        if !names.contains(usual) {
            let message = Message("there is no label template \(usual, "template"), which labelTemplate names")
            findings.append(
                .failed(
                    Self.name,
                    message,
                    remedy: Message("name one of \(names.joined(separator: ", "), "templates")")
                )
            )
        }
        return findings.isEmpty
            ? [
                .ok(
                    Self.name,
                    Message(
                        "{count} label template can be used",
                        plural: "{count} label templates can be used",
                        count: names.count
                    )
                )
            ] : findings
    }
}
