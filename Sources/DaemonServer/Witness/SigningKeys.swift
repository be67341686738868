import LogProof

/// The keys of a log in its state directory: the one that signs, and the public halves of all that ever signed.
struct SigningKeys: Sendable {
    private let current: SmallFile
    private let next: SmallFile
    private let known: SmallFile

    init(directory: StateDirectory) {
        current = SmallFile(path: directory.key)
        next = SmallFile(path: directory.key + ".next")
        known = SmallFile(path: directory.knownKeys)
    }

    var path: String { current.path }

    /// The key that signs; nil when there is no file.
    func signer() throws(CheckpointKeeperError) -> NoteSigner? { try Self.signer(in: current) }

    /// What the daemon marks a log with that it closed; nil when there is no key.
    var closingKey: [UInt8]? { (try? signer())?.derivedKey(for: "outguide closed log") }

    /// The key that is to sign next, when a change of keys was begun.
    func nextSigner() throws(CheckpointKeeperError) -> NoteSigner? { try Self.signer(in: next) }

    /// The public halves of the keys that signed so far, the newest first, for a log that names none or cannot be read.
    func verifierKeys() throws(CheckpointKeeperError) -> [NoteVerifierKey] {
        var keys: [NoteVerifierKey] = []
        for line in String(decoding: try known.read() ?? [], as: UTF8.self).split(separator: "\n") {
            do {
                keys.append(try NoteVerifierKey(parsing: line))
            } catch {
                throw .unreadable(path: known.path, reason: "it has a line that is not a key")
            }
        }
        if let signer = try signer(), !keys.contains(signer.verifierKey) { keys.insert(signer.verifierKey, at: 0) }
        return keys
    }

    /// Makes `signer` the key where there is none; `former` signed before it elsewhere.
    func begin(with signer: NoteSigner, after former: [NoteVerifierKey] = []) throws(CheckpointKeeperError) {
        try keep([signer.verifierKey] + former)
        try current.write(Self.bytes(of: signer))
    }

    /// Begins a change of keys, which ``finishChange()`` ends or ``abandonChange()`` takes back.
    func prepareChange(to signer: NoteSigner) throws(CheckpointKeeperError) { try next.write(Self.bytes(of: signer)) }

    /// The next key signs from now on; the one before is forgotten, but for its public half.
    func finishChange() throws(CheckpointKeeperError) {
        guard let signer = try nextSigner() else { return }
        try keep([signer.verifierKey] + verifierKeys().filter { $0 != signer.verifierKey })
        try current.write(Self.bytes(of: signer))
        try next.remove()
    }

    func abandonChange() throws(CheckpointKeeperError) { try next.remove() }

    private func keep(_ keys: [NoteVerifierKey]) throws(CheckpointKeeperError) {
        try known.write(Array(keys.map { "\($0)\n" }.joined().utf8))
    }

    private static func signer(in file: SmallFile) throws(CheckpointKeeperError) -> NoteSigner? {
        guard let bytes = try file.read() else { return nil }
        do {
            return try NoteSigner(parsing: String(decoding: bytes, as: UTF8.self).prefix { $0 != "\n" })
        } catch {
            throw .wrongKey(path: file.path)
        }
    }

    private static func bytes(of signer: NoteSigner) -> [UInt8] { Array((signer.encoded + "\n").utf8) }
}
