/// The members of a bundle file, each of which is checked when it is read.
struct BundleMembers {
    private let members: JSONMembers

    /// Parses the file.
    ///
    /// `names` are all members that it may have besides `format` and `version`.
    init(parsing bytes: some Collection<UInt8>, format: String, names: Set<String>) throws(BundleError) {
        guard bytes.count <= ProofBundle.largest else { throw .tooLarge(bytes.count) }
        guard case .object(let members) = JSONParser.value(of: Array(bytes)) else { throw .notJSON }
        guard members["format"] == .string(format) else {
            guard case .string(let other) = members["format"] else { throw .otherFormat("") }
            throw .otherFormat(String(decoding: other.utf8.prefix(64), as: UTF8.self))
        }
        guard case .integer(let version) = members["version"] else { throw .malformed(member: "version") }
        guard version == ProofBundle.version else { throw .otherVersion(version) }
        let unknown = members.names.filter { !names.contains($0) && $0 != "format" && $0 != "version" }
        if let name = unknown.min() { throw .unknownMember(name) }
        self.members = members
    }

    private init(_ members: JSONMembers) { self.members = members }

    /// Returns the objects in an array, each with exactly these members.
    func objects(_ name: String, atMost count: Int, names: Set<String>) throws(BundleError) -> [BundleMembers] {
        guard case .array(let values) = members[name], values.count <= count else { throw .malformed(member: name) }
        var objects: [BundleMembers] = []
        for value in values {
            guard case .object(let parts) = value, Set(parts.names) == names else { throw .malformed(member: name) }
            objects.append(BundleMembers(parts))
        }
        return objects
    }

    func has(_ name: String) -> Bool { members[name] != nil }

    func integer(_ name: String) throws(BundleError) -> Int64 {
        guard case .integer(let value) = members[name] else { throw .malformed(member: name) }
        return value
    }

    func string(_ name: String) throws(BundleError) -> String {
        guard case .string(let text) = members[name] else { throw .malformed(member: name) }
        return text
    }

    func object(_ name: String) throws(BundleError) -> JSONMembers {
        guard case .object(let members) = members[name] else { throw .malformed(member: name) }
        return members
    }

    func strings(_ name: String, atMost count: Int) throws(BundleError) -> [String] {
        guard case .array(let values) = members[name], values.count <= count else { throw .malformed(member: name) }
        var strings: [String] = []
        for value in values {
            guard case .string(let text) = value else { throw .malformed(member: name) }
            strings.append(text)
        }
        return strings
    }

    func bytes(_ name: String) throws(BundleError) -> [UInt8] {
        guard let bytes = Base64.bytes(of: try string(name)) else { throw .malformed(member: name) }
        return bytes
    }

    func hashes(_ name: String, atMost count: Int) throws(BundleError) -> [TreeHash] {
        var hashes: [TreeHash] = []
        for text in try strings(name, atMost: count) {
            guard let hash = TreeHash(base64: text) else { throw .malformed(member: name) }
            hashes.append(hash)
        }
        return hashes
    }

    func checkpoint(_ name: String) throws(BundleError) -> SignedCheckpoint {
        let note = try string(name)
        do throws(CheckpointError) {
            return try SignedCheckpoint(parsing: note.utf8)
        } catch {
            throw .checkpoint(member: name, error)
        }
    }

    static func key(_ text: String, member: String) throws(BundleError) -> NoteVerifierKey {
        do throws(NoteKeyError) {
            return try NoteVerifierKey(parsing: text)
        } catch {
            throw .key(member: member, error)
        }
    }
}

/// The reason why a file is not a valid bundle.
public enum BundleError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file is larger than a bundle may be.
    case tooLarge(Int)
    /// The file is not JSON in the strict form of bundles.
    case notJSON
    /// The file has another format; the value is its `format`, or empty.
    case otherFormat(String)
    /// The bundle has a version that this program does not know.
    case otherVersion(Int64)
    /// A member is missing or malformed.
    case malformed(member: String)
    /// The bundle has a member that this version does not define.
    case unknownMember(String)
    /// The checkpoint in this member cannot be parsed.
    case checkpoint(member: String, CheckpointError)
    /// The key in this member cannot be parsed.
    case key(member: String, NoteKeyError)
    /// The parts do not belong together: the proof is for another entry or tree.
    case mismatch(member: String)

    public var description: String {
        switch self {
        case .tooLarge(let count): "cannot read a bundle of \(count) bytes, the most is \(ProofBundle.largest)"
        case .notJSON: "cannot read the bundle, it is not JSON or states something twice"
        case .otherFormat(let format): "cannot read a file of the format \"\(format)\", ask the log for a new one"
        case .otherVersion(let version): "cannot read a bundle of version \(version), use a newer program"
        case .malformed(let member): "cannot read \"\(member)\" in the bundle, ask the log for a new one"
        case .unknownMember(let member): "cannot tell what \"\(member)\" in the bundle means, use a newer program"
        case .checkpoint(let member, let error): "\(error.description) (in \"\(member)\")"
        case .key(let member, let error): "\(error.description) (in \"\(member)\")"
        case .mismatch(let member): "cannot make a bundle, \"\(member)\" belongs to another entry or tree"
        }
    }
}
