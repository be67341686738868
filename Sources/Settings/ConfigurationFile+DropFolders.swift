import Circulation
import ImageDecoding
import Vocabulary
import Yams

extension ConfigurationFile {
    /// Parses one entry of the list `dropFolders`.
    func dropFolder(_ node: Node) throws(ConfigurationError) -> DropFolderConfiguration {
        var folder = DropFolderConfiguration(path: "", device: "")
        for (key, value) in try members(of: node) {
            switch key.text {
            case "path": folder.path = try absolutePath(value, key.text)
            case "device": folder.device = try device(value)
            case "station":
                folder.station = try text(value, key.text)
                guard folder.station.flatMap({ StationName($0) }) != nil else {
                    throw wrong(line(of: value), "station is 1 to 64 letters, digits and ._-:")
                }
            case "separation":
                let rules = SeparationRule.allCases
                guard let rule = rules.first(where: { $0.rawValue == value.scalar?.string }) else {
                    let names = rules.map(\.rawValue).joined(separator: " or ")
                    throw wrong(line(of: value), "separation is \(names)")
                }
                folder.rules.separation = rule
            case "settle": folder.settle = try number(value, key.text, in: 1...3_600)
            case "coverSheetOpensFor": folder.rules.coverSheetOpensFor = try number(value, key.text, in: 0...86_400)
            case "continuesWithin": folder.rules.continuesWithin = try number(value, key.text, in: 0...86_400)
            case "largestFile":
                folder.largestFile = try number(value, key.text, in: 1...DropFolderConfiguration.largestOfAll)
            default: throw wrong(key.line, "a drop folder has no setting \(key.text)")
            }
        }
        guard !folder.path.isEmpty else { throw wrong(line(of: node), "a drop folder needs a path") }
        if folder.device.isEmpty { folder.device = String(folder.path.suffix(128)) }
        return folder
    }

    /// Parses the list `textLanguages`.
    func textLanguages(_ node: Node) throws(ConfigurationError) -> [TextLanguage] {
        var languages: [TextLanguage] = []
        for entry in try list(node, "textLanguages") {
            guard let language = TextLanguage(try text(entry, "textLanguages")), !languages.contains(language),
                languages.count < Self.mostLanguages
            else {
                let what = "textLanguages is up to \(Self.mostLanguages) different names such as eng, deu or chi_sim"
                throw wrong(line(of: entry), what)
            }
            languages.append(language)
        }
        return languages
    }

    /// Each additional language makes recognition slower.
    private static let mostLanguages = 8

    private func device(_ node: Node) throws(ConfigurationError) -> String {
        let name = try text(node, "device")
        guard ScannerName(name) != nil else {
            throw wrong(line(of: node), "device is up to 128 bytes without control characters")
        }
        return name
    }
}
