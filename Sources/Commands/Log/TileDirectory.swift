import FoundationEssentials

/// Where the files of an exported log go.
///
/// The calls block, so they are made on the main thread.
@MainActor struct TileDirectory {
    let path: String

    /// Whether the file is there; a whole tile never changes, and a partial one is named by its width.
    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(path)/\(name)") }

    /// Writes a file that is there whole or not at all.
    func write(_ bytes: [UInt8], to name: String) throws {
        let file = "\(path)/\(name)"
        let directory = String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
        do {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        } catch {
            throw StreamError.cannotWrite(name: directory, reason: "it cannot be made")
        }
        let draft = try FileDraft(path: file)
        do {
            try draft.append(bytes)
            try draft.finish()
        } catch {
            draft.discard()
            throw error
        }
    }
}
