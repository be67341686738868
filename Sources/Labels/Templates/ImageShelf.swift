/// The directories of templates' images, which are untrusted until checked.
struct ImageShelf {
    let directories: [String]

    struct Refusal: Error { let reason: String }

    private static let mostBytes = 1 << 20

    /// Returns the image in the file of this name, from the first directory that has it.
    func picture(named name: String) throws(Refusal) -> GreyPicture {
        guard Self.isName(name) else {
            throw Refusal(reason: "file is the name of a PNG file beside the template, such as arms.png")
        }
        for directory in directories {
            guard let bytes = BoundedFile.read(directory + "/" + name, most: Self.mostBytes + 1) else { continue }
            guard bytes.count <= Self.mostBytes else {
                throw Refusal(reason: "\(name) has more than \(Self.mostBytes >> 20) MiB")
            }
            return try Self.picture(in: SafePNG.essentials(of: bytes), named: name)
        }
        throw Refusal(reason: "cannot read \(name) beside the templates")
    }

    private static func picture(in png: [UInt8]?, named name: String) throws(Refusal) -> GreyPicture {
        guard let png, let picture = try? PictureSource.grey(png: png) else {
            throw Refusal(reason: "\(name) is no sound PNG of at most \(SafePNG.longestSide) pixels either way")
        }
        return picture
    }

    private static func isName(_ name: String) -> Bool {
        guard name.hasSuffix(".png"), (5...64).contains(name.utf8.count), name.first != "." else { return false }
        return name.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
                || byte == 46 || byte == 95
        }
    }
}
