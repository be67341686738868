/// The label templates that can be used.
public struct LabelTemplateList: Sendable, Hashable, Codable {
    public let templates: [LabelTemplateResource]

    public init(
        templates: [LabelTemplateResource]
    ) {
        self.templates = templates
    }
}
