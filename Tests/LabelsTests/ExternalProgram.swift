import TestSupport

/// The programs that read back what was rendered: zbarimg, pdftoppm, pdfinfo, pdffonts.
enum ExternalProgram {
    struct Failed: Error { let program: String }

    /// What `program` writes to standard output; throws when it cannot be run.
    static func output(of program: String, _ arguments: [String]) async throws -> [UInt8] {
        do {
            return try await ChildRun.of("/usr/bin/" + program, arguments).outputBytes
        } catch {
            throw Failed(program: program)
        }
    }

    static func text(of program: String, _ arguments: [String]) async throws -> String {
        String(decoding: try await output(of: program, arguments), as: UTF8.self)
    }

    /// All codes in the pictures, one a line, in their order.
    static func codes(in pictures: [String]) async throws -> [String] {
        let text = try await text(of: "zbarimg", ["-q", "--nodbus", "--raw"] + pictures)
        return text.split(separator: "\n").map(String.init)
    }

    /// The texts of all codes in one picture, in whatever order.
    ///
    /// Of the kinds on our labels: in patterns of dots zbarimg sees a DataBar now and then.
    static func texts(in picture: String) async throws -> [String] {
        let kinds = ["-Sdisable", "-Scode128.enable", "-Sqrcode.enable"]
        let xml = try await text(of: "zbarimg", ["-q", "--nodbus", "--xml"] + kinds + [picture])
        return xml.matches(of: #/<!\[CDATA\[(?<text>[^\]]*)\]\]>/#).map { String($0.text) }
    }

    /// The bytes of the only QR code in a picture as UTF-8; left alone, zbarimg guesses another character set.
    static func qr(in picture: String) async throws -> String {
        try await text(of: "zbarimg", ["-q", "--nodbus", "--raw", "-Sbinary", picture])
    }
}
