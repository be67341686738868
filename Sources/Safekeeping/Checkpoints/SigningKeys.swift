import Localization
public import LogProof

/// The keys of a log in its state directory: the signing key, and the public halves of all keys ever used.
public struct SigningKeys: Sendable {
    private let current: SmallFile
    private let next: SmallFile
    private let known: SmallFile

    public init(directory: StateDirectory) {
        current = SmallFile(path: directory.key)
        next = SmallFile(path: directory.key + ".next")
        known = SmallFile(path: directory.knownKeys)
    }

    public var path: String { current.path }

    /// The signing key; nil when the file does not exist.
    func signer() throws(CheckpointKeeperError) -> NoteSigner? { try Self.signer(in: current) }

    /// The key for marking a log as closed by this daemon; nil when there is no signing key.
    public var closingKey: [UInt8]? { (try? signer())?.derivedKey(for: "outguide closed log") }

    /// The next signing key, if a change of keys was begun.
    func nextSigner() throws(CheckpointKeeperError) -> NoteSigner? { try Self.signer(in: next) }

    /// The public halves of all keys so far, newest first, for a log that names none or cannot be read.
    ///
    /// - Throws: ``CheckpointKeeperError`` if a file cannot be read or has a line that is not a key.
    public func verifierKeys() throws(CheckpointKeeperError) -> [NoteVerifierKey] {
        var keys: [NoteVerifierKey] = []
        for line in String(decoding: try known.read() ?? [], as: UTF8.self).split(separator: "\n") {
            do {
                keys.append(try NoteVerifierKey(parsing: line))
            } catch {
                throw .unreadable(path: known.path, reason: Message("it has a line that is not a key"))
            }
        }
        if let signer = try signer(), !keys.contains(signer.verifierKey) { keys.insert(signer.verifierKey, at: 0) }
        return keys
    }

    /// Stores `signer` as the first key in this directory; `former` are keys used earlier elsewhere.
    ///
    /// - Throws: ``CheckpointKeeperError`` if a file cannot be read or written.
    public func begin(with signer: NoteSigner, after former: [NoteVerifierKey] = []) throws(CheckpointKeeperError) {
        try keep([signer.verifierKey] + former)
        try current.write(Self.bytes(of: signer))
    }

    /// Begins a change of keys; ``finishChange()`` completes it and ``abandonChange()`` cancels it.
    func prepareChange(to signer: NoteSigner) throws(CheckpointKeeperError) { try next.write(Self.bytes(of: signer)) }

    /// Makes the next key the signing key; only the public half of the previous key is kept.
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
