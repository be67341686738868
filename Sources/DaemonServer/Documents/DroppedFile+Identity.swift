import Crypto
import Vocabulary

extension DroppedFile {
    /// Creates an identity that distinguishes this file from every other.
    ///
    /// A file that is replaced, copied again or written to gets a new identity, even with the same bytes, name and
    /// times. On file systems without creation times, a change of owner or permissions has the same effect: filing a
    /// file twice is visible and therefore better than not filing it.
    init(_ file: WaitingFile, in folder: DropFolderName, content hash: ContentHash) {
        let identity = file.identity
        let begin = file.createdAt.map { "created \($0)" } ?? "changed \(identity.statusChangedAt)"
        // The name comes last because it may contain any character.
        let text = "\(begin) \(identity.inode) \(identity.changedAt) \(identity.size) \(hash) \(file.name)"
        self.init(folder: folder, identity: Array(SHA256.hash(data: Array(text.utf8))))
    }
}

extension DropFolder {
    /// The folder's name in the log.
    var folderName: DropFolderName { DropFolderName(path) }
}
