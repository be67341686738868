extension ProofBundle {
    private static let names: Set<String> = [
        "body", "checkpoint", "entry", "inclusion", "texts", "verifierKey", KeyChange.name,
    ]

    /// Parses an untrusted bundle file.
    public init(parsing file: some Collection<UInt8>) throws(BundleError) {
        let members = try BundleMembers(parsing: file, format: Self.format, names: Self.names)
        let entry = try members.integer("entry")
        guard (1...TreeHead.largestSize).contains(entry) else { throw .malformed(member: "entry") }
        let checkpoint = try members.checkpoint("checkpoint")
        try self.init(
            entry: entry,
            body: try members.bytes("body"),
            texts: members.has("texts") ? try Self.texts(members.object("texts")) : [],
            inclusion: InclusionProof(
                leafIndex: entry - 1,
                treeSize: checkpoint.checkpoint.head.size,
                hashes: try members.hashes("inclusion", atMost: InclusionProof.mostHashes)
            ),
            checkpoint: checkpoint,
            key: try BundleMembers.key(members.string("verifierKey"), member: "verifierKey"),
            keyChanges: try KeyChange.all(in: members)
        )
    }

    /// The file: JSON with one line for each member.
    public var serialized: [UInt8] {
        var members: JSONMembers = [
            "body": .string(Base64.text(of: body)),
            "checkpoint": .string(checkpoint.serialized),
            "entry": .integer(entry),
            "format": .string(Self.format),
            "inclusion": .array(inclusion.hashes.map { .string($0.base64) }),
            "verifierKey": .string(key.description),
            "version": .integer(Self.version),
        ]
        members[KeyChange.name] = KeyChange.json(of: keyChanges)
        if !texts.isEmpty {
            var revealed = JSONMembers()
            for text in texts { revealed[text.field] = Self.json(of: text) }
            members["texts"] = .object(revealed)
        }
        return JSONValue.object(members).indentedBytes
    }

    private static func json(of text: RevealedText) -> JSONValue {
        .object(["salt": .string(Base64.text(of: text.salt)), "text": .string(text.text)])
    }

    private static func texts(_ members: JSONMembers) throws(BundleError) -> [RevealedText] {
        var texts: [RevealedText] = []
        for member in members.sorted {
            guard case .object(let parts) = member.value, parts.names == ["salt", "text"],
                case .string(let encoded) = parts["salt"], case .string(let text) = parts["text"],
                let salt = Base64.bytes(of: encoded),
                let revealed = RevealedText(field: member.name, salt: salt, text: text)
            else { throw .malformed(member: "texts") }
            texts.append(revealed)
        }
        return texts
    }
}
