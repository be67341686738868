/// The options that every job sets, so that no default of its queue drops, repeats or alters labels.
///
/// CUPS applies the defaults of a queue to each option that a job does not set (`lpadmin -o NAME-default=`, or saved
/// with `lpoptions`). Printer settings such as darkness, speed, quality or a cutter are left to the queue.
enum JobOptions {
    /// Options with a neutral value, by their names in IPP (RFC 8011, section 5.2; PWG 5100.13) and in the CUPS
    /// filters.
    static let neutral: [(name: String, value: String)] = [
        ("booklet", "off"), ("brightness", "100"), ("crop-to-fit", "false"), ("fill", "false"),
        ("fit-to-page", "false"), ("fitplot", "false"), ("gamma", "1000"), ("hue", "0"),
        ("job-hold-until", "no-hold"), ("job-sheets", "none,none"), ("landscape", "false"), ("mirror", "false"),
        ("multiple-document-handling", "separate-documents-collated-copies"), ("number-up", "1"),
        ("number-up-layout", "lrtb"), ("orientation-requested", "3"), ("output-order", "normal"),
        ("outputorder", "normal"), ("page-border", "none"), ("page-ranges", "1-2147483647"), ("page-set", "all"),
        ("position", "center"), ("print-scaling", "none"), ("saturation", "100"), ("sides", "one-sided"),
    ]

    /// Options that alter the drawing and have no neutral value.
    static let withoutNeutral = [
        "imposition-template", "overrides", "page-bottom", "page-label", "page-left", "page-right", "page-size",
        "page-top",
        "pages", "x-image-shift", "y-image-shift",
    ]

    /// The options that a job sets itself and therefore does not take from an instance of its queue.
    static let own =
        neutral.map(\.name) + withoutNeutral + [
            "copies", "media", "media-col", "natural-scaling", "page-delivery", "PageSize", "ppi", "printer-resolution",
            "scaling",
        ]

    /// Returns the name under which a queue reports its default for an option.
    static func defaultName(_ option: String) -> String { option + "-default" }
}
