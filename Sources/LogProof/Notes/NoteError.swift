/// The reason why bytes are not a signed note, or why its signatures are not valid.
public enum NoteError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The note has more bytes than ``SignedNote/largest``.
    case tooLarge(Int)
    /// The note is not UTF-8 or has a control character other than the newline.
    case notPlainText
    /// The text does not end with a newline.
    case unfinishedText
    /// There is no empty line with signatures after it.
    case noSignatures
    /// There are more signatures than ``SignedNote/mostSignatures``.
    case tooManySignatures
    /// The signature line with this number, from 1, is malformed.
    case malformedSignature(line: Int)
    /// The signature with the name of a known key was not made by it.
    case wrongSignature(NoteKeyName, NoteKeyID)
    /// None of the known keys signed.
    case unknownSigners
    /// The key of this name cannot sign.
    case cannotSign(NoteKeyName)

    public var description: String {
        switch self {
        case .tooLarge(let count): "cannot read a note of \(count) bytes, the most is \(SignedNote.largest)"
        case .notPlainText: "cannot read the note, it is not UTF-8 or has control characters"
        case .unfinishedText: "cannot use the text, it must end with a newline"
        case .noSignatures: "cannot read the note, it has no signatures after an empty line"
        case .tooManySignatures: "cannot read a note with more than \(SignedNote.mostSignatures) signatures"
        case .malformedSignature(let line): "cannot read signature line \(line), copy the note whole"
        case .wrongSignature(let name, let id):
            "cannot believe the note, it was altered after \(name)+\(id) signed it or that key never did"
        case .unknownSigners: "cannot believe the note, no key that was given has signed it"
        case .cannotSign(let name): "cannot sign as \(name), make a new key"
        }
    }
}
