import Glibc
import Wire

/// Whether the languages are installed in which text is recognised.
struct TextLanguageCheck: Check {
    static let name = "text-languages"
    static let standardDirectories = ["/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tessdata"]

    let languages: [String]
    let directories: [String]

    func findings() async -> [FindingResource] {
        guard !languages.isEmpty else { return [] }
        let missing = languages.filter { language in
            !directories.contains { access("\($0)/\(language).traineddata", R_OK) == 0 }
        }
        guard missing.isEmpty else {
            let packages = missing.map { "tesseract-ocr-" + $0.replacing("_", with: "-") }.joined(separator: " ")
            let message = "\(missing.joined(separator: ", ")) cannot be recognised: not installed"
            return [.failed(Self.name, message, remedy: "apt install libtesseract5 \(packages)")]
        }
        return [.ok(Self.name, "\(languages.joined(separator: ", ")) can be recognised")]
    }
}
