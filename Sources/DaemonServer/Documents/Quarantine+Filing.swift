import Crypto
import Safekeeping

/// Files in quarantine that a user files by a command.
extension Quarantine {
    /// The identifier of the file in commands: twelve hexadecimal digits that change with the file.
    func id(of file: File) -> String {
        let state = file.state.identity
        let text = "\(state.inode) \(state.changedAt) \(state.size) \(folder.path) \(file.name)"
        return SHA256.hash(data: Array(text.utf8)).prefix(6).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
            .joined()
    }

    func path(_ file: File) -> String { "\(folder.quarantine)/\(file.name)" }

    /// The file with this identifier or path.
    func file(named text: String) throws(DropFolderError) -> File? {
        let directory = try OpenDirectory(path: folder.quarantine)
        var found: File?
        try directory.eachName { name in
            guard found == nil, let name, Self.isFile(name, in: directory), let file = Self.file(name, in: directory),
                id(of: file) == text || path(file) == text
            else { return }
            found = file
        }
        return found
    }

    /// The bytes of the file; nil when it changed after it was listed.
    func bytes(of file: WaitingFile, upTo limit: Int) throws(DropFolderError) -> [UInt8]? {
        try OpenDirectory(path: folder.quarantine).bytes(of: file, upTo: limit)
    }

    /// Removes the file and its reason, unless the file was replaced in the meantime.
    func remove(_ file: WaitingFile) throws(DropFolderError) {
        let directory = try OpenDirectory(path: folder.quarantine)
        guard let status = directory.status(of: file.name), FileIdentity(status) == file.identity else { return }
        directory.remove(file.name)
        guard directory.status(of: file.name) == nil else {
            throw .cannotUse(path: "\(folder.quarantine)/\(file.name)", reason: "it is filed, and cannot be removed")
        }
        directory.remove(file.name + Self.suffix)
    }
}
