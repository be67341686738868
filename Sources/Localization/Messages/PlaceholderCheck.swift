/// The placeholders that a translation of a message must have.
public struct PlaceholderCheck: Sendable, Hashable {
    private let required: Set<String>
    private let permitted: Set<String>

    /// Returns nil if the English texts are not patterns themselves.
    ///
    /// A plural form may leave out the count, as in “one page”.
    public init?(_ text: String, plural: String?) {
        guard let singular = MessagePattern(text) else { return nil }
        guard let plural else {
            (required, permitted) = (singular.names, singular.names)
            return
        }
        guard let many = MessagePattern(plural) else { return nil }
        permitted = singular.names.union(many.names)
        required = permitted.subtracting(["count"])
    }

    func permits(_ pattern: MessagePattern) -> Bool {
        let names = pattern.names
        return required.isSubset(of: names) && names.isSubset(of: permitted)
    }

    /// Whether a translation has all placeholders of the message and no others.
    public func permits(_ translation: String) -> Bool { MessagePattern(translation).map(permits) == true }
}

extension Catalogue {
    /// The messages whose translation cannot be used because its placeholders differ, or because a brace stands alone.
    ///
    /// Such messages are shown in English.
    public var unusable: [Original] {
        originals.filter { original in
            guard let forms = forms(of: original.text, original.context) else { return false }
            guard let check = PlaceholderCheck(original.text, plural: original.plural) else { return true }
            return !forms.allSatisfy { $0.isEmpty || check.permits($0) }
        }
    }
}
