/// The result of verifying a stored document.
public struct DocumentCheckResource: WireValue {
    public let entry: Int64
    /// The file's hash according to the log, hexadecimal.
    public let sha256: String
    /// Whether the file exists with this length and this hash.
    public let isSound: Bool
    /// What is wrong with the file.
    public let problem: String?

    public init(entry: Int64, sha256: String, isSound: Bool, problem: String?) {
        self.entry = entry
        self.sha256 = sha256
        self.isSound = isSound
        self.problem = problem
    }
}
