import FoundationEssentials
import Localization
import Safekeeping

/// Checks that a font for labels is installed.
package struct FontCheck: Check {
    static let name = "fonts"
    package static let standardDirectories = ["/usr/share/fonts", "/usr/local/share/fonts"]
    /// Maximum number of directories searched, so that a large tree does not delay the diagnosis.
    private static let most = 500

    let directories: [String]

    package init(directories: [String]) { self.directories = directories }

    package func findings() async -> [Finding] {
        let directories = directories
        let isThere = (try? await BlockingWork.run { Self.hasFont(in: directories) }) ?? false
        guard isThere else {
            return [
                .failed(
                    Self.name,
                    Message("no font is installed: labels have no text"),
                    remedy: Message("apt install fonts-dejavu-core")
                )
            ]
        }
        return [.ok(Self.name, Message("fonts are installed"))]
    }

    private static func hasFont(in roots: [String]) -> Bool {
        var waiting = roots
        var seen = 0
        while let directory = waiting.popLast(), seen < most {
            seen += 1
            for name in (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? [] {
                if [".ttf", ".otf", ".ttc", ".pfb", ".otf.gz"].contains(where: name.lowercased().hasSuffix) {
                    return true
                }
                if !name.contains(".") { waiting.append("\(directory)/\(name)") }
            }
        }
        return false
    }
}
