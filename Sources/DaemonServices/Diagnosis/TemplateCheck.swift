package import Labels

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
                let remedy = "mend it, or remove it to use the one of the package"
                findings.append(.failed(Self.name, "\(error)", remedy: remedy))
            }
        }
        if !names.contains(usual) {
            let message = "there is no label template \(usual), which labelTemplate names"
            findings.append(.failed(Self.name, message, remedy: "name one of \(names.joined(separator: ", "))"))
        }
        return findings.isEmpty ? [.ok(Self.name, "\(names.count) label templates can be used")] : findings
    }
}
