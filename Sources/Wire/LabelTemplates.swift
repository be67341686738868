extension API {
    /// Requests about label templates.
    public enum LabelTemplates {
        public static let list = Endpoint<Nothing, Page<LabelTemplateResource>>(
            "listLabelTemplates",
            .get,
            "/v1/labels/templates",
            .reader,
            "List label templates",
            parameters: [.limit, .cursor],
            work: .drawing,
            refusals: [422]
        )
        public static let check = Endpoint<LabelTemplateCheckRequest, LabelTemplateResource>(
            "checkLabelTemplate",
            .post,
            "/v1/labels/templates/check",
            .reader,
            "Check a label template",
            work: .drawing,
            repetition: .always,
            refusals: [422]
        )
    }
}
