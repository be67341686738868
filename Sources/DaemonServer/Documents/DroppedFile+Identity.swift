import Crypto
import Records

extension DroppedFile {
    /// Tells this very file from every other.
    ///
    /// A file that is replaced, copied again or written into is another one, even with the same bytes, name and times.
    /// Where the file system does not keep when a file was created, a change of its owner or its rights makes it another
    /// one too: better filed twice, which shows, than not at all.
    init(_ file: WaitingFile, in folder: DropFolderName, content hash: ContentHash) {
        let identity = file.identity
        let begin = file.createdAt.map { "created \($0)" } ?? "changed \(identity.statusChangedAt)"
        // The name stands last: it may hold anything.
        let text = "\(begin) \(identity.inode) \(identity.changedAt) \(identity.size) \(hash) \(file.name)"
        self.init(folder: folder, identity: Array(SHA256.hash(data: Array(text.utf8))))
    }
}

extension DropFolder {
    /// The folder as the log knows it.
    var folderName: DropFolderName { DropFolderName(path) }
}
