import Barcodes
import Glibc
import Logging
import Yams

/// Applies a YAML file to a configuration.
///
/// An unknown key, a wrong type or an invalid value is an error with its line.
package struct ConfigurationFile {
    /// Maximum size of a configuration file in bytes.
    static let longest = 256 * 1_024

    let path: String

    package init(path: String) { self.path = path }

    /// Returns `base` with the settings of the file applied.
    package func applied(to base: Configuration) throws(ConfigurationError) -> Configuration {
        var configuration = base
        guard let root = try node() else { return configuration }
        for (key, value) in try members(of: root) {
            switch key.text {
            case "stateDirectory": configuration.stateDirectory = try absolutePath(value, key.text)
            case "socket": configuration.socket = try absolutePath(value, key.text)
            case "socketMode": configuration.socketMode = try mode(value)
            case "site": configuration.site = try site(value)
            case "registerOnFirstScan": configuration.registersOnFirstScan = try flag(value, key.text)
            case "contextTimeout": configuration.contextTimeout = try number(value, key.text, in: 10...86_400)
            case "doubleReadWindow":
                configuration.doubleReadWindow = try number(value, key.text, in: 0...60_000)
            case "scanners": configuration.scanners = try list(value, key.text).map(scanner)
            case "labelDirectories":
                configuration.labelDirectories = try list(value, key.text).map { node throws(ConfigurationError) in
                    try absolutePath(node, key.text)
                }
            case "labelTemplate": configuration.labelTemplate = try text(value, key.text)
            case "printer": configuration.printer = try text(value, key.text)
            case "printers": configuration.printers = try list(value, key.text).map(printer)
            case "supplies": configuration.supplies = try list(value, key.text).map(supply)
            case "imageCharacterSet": configuration.imageCharacterSet = try text(value, key.text)
            case "interleavedLengths":
                configuration.interleavedLengths = try list(value, key.text).map { node throws(ConfigurationError) in
                    try number(node, key.text, in: 2...80)
                }
            case "dropFolders": configuration.dropFolders = try list(value, key.text).map(dropFolder)
            case "textLanguages": configuration.textLanguages = try textLanguages(value)
            case "checkpointInterval":
                configuration.checkpointInterval = try number(value, key.text, in: 1...86_400)
            case "checkpointCopies":
                configuration.checkpointCopies = try list(value, key.text).map { node throws(ConfigurationError) in
                    try absolutePath(node, key.text)
                }
            case "onePrincipalExpunges": configuration.onePrincipalExpunges = try flag(value, key.text)
            case "stations", "idleSignOut", "loans", "calendar", "timeZone", "transitHours", "functionCodes",
                "outGuideSlip":
                try circulation(key.text, value, &configuration.circulation)
            case "roleGroups": configuration.roles.groups = try roleGroups(value)
            case "custodianRoles": configuration.roles.badges = try custodianRoles(value)
            case "separateDuties": configuration.roles.separatesDuties = try flag(value, key.text)
            case "accessRetention": configuration.accessRetention = try number(value, key.text, in: 366...36_525)
            case "connections": configuration.connections = try number(value, key.text, in: 16...65_536)
            case "logLevel": configuration.logLevel = try level(value)
            default: throw wrong(key.line, "there is no setting \(key.text)")
            }
        }
        return configuration
    }

    func node() throws(ConfigurationError) -> Node? {
        let text = String(decoding: try bytes(), as: UTF8.self)
        // Aliases can make a short file expand without limit; a configuration does not need them.
        do {
            let parser = try Parser(yaml: text, resolver: .default, encoding: .utf8)
            let root = try parser.singleRoot()
            // Nodes refer weakly to their anchors, which the parser owns.
            try withExtendedLifetime(parser) { if let root { try refuseAnchors(in: root) } }
            return root
        } catch let error as ConfigurationError {
            throw error
        } catch let error as YamlError {
            throw wrong(Self.line(of: error), Self.words(of: error))
        } catch {
            throw wrong(1, "\(error)")
        }
    }

    /// The content of the file, which may be endless.
    private func bytes() throws(ConfigurationError) -> [UInt8] {
        // Opening a pipe that has no writer must not block a reload or the daemon's exit.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .unreadable(path: path, reason: reasonOfLastError) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFIFO else {
            throw .unreadable(path: path, reason: "it is a pipe; put a file in its place")
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= Self.longest {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw .unreadable(path: path, reason: errno == EISDIR ? "it is not a file" : reasonOfLastError)
            }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
        throw .unreadable(path: path, reason: "it has more than \(Self.longest) bytes")
    }

    /// An anchor precedes its aliases, so the walk stops at the first anchor.
    private func refuseAnchors(in node: Node) throws(ConfigurationError) {
        guard node.anchor == nil else { throw wrong(line(of: node), "anchors and aliases mean nothing here") }
        switch node {
        case .sequence(let sequence): for element in sequence { try refuseAnchors(in: element) }
        case .mapping(let mapping):
            for (key, value) in mapping {
                try refuseAnchors(in: key)
                try refuseAnchors(in: value)
            }
        case .scalar, .alias: break
        }
    }

    typealias Key = (text: String, line: Int)

    func members(of node: Node) throws(ConfigurationError) -> [(Key, Node)] {
        guard case .mapping(let mapping) = node else {
            throw wrong(line(of: node), "settings are written name: value")
        }
        var members: [(Key, Node)] = []
        for (key, value) in mapping {
            guard let text = key.scalar?.string else { throw wrong(line(of: key), "the name of a setting is a word") }
            members.append(((text, line(of: key)), value))
        }
        return members
    }

    func list(_ node: Node, _ name: String) throws(ConfigurationError) -> [Node] {
        guard case .sequence(let sequence) = node, sequence.count <= 1_000 else {
            throw wrong(line(of: node), "\(name) is a list of up to 1000")
        }
        return Array(sequence)
    }

    func text(_ node: Node, _ name: String) throws(ConfigurationError) -> String {
        guard let text = node.scalar?.string, !text.isEmpty, text.utf8.count <= 4_096 else {
            throw wrong(line(of: node), "\(name) is a text")
        }
        return text
    }

    func absolutePath(_ node: Node, _ name: String) throws(ConfigurationError) -> String {
        let path = try text(node, name)
        guard path.hasPrefix("/") else { throw wrong(line(of: node), "\(name) is a path that begins with /") }
        return path
    }

    func flag(_ node: Node, _ name: String) throws(ConfigurationError) -> Bool {
        switch node.scalar?.string {
        case "true": return true
        case "false": return false
        default: throw wrong(line(of: node), "\(name) is true or false")
        }
    }

    func number(
        _ node: Node,
        _ name: String,
        in range: ClosedRange<Int>
    ) throws(ConfigurationError) -> Int {
        guard let number = (node.scalar?.string).flatMap({ Int($0) }), range.contains(number) else {
            throw wrong(line(of: node), "\(name) is a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    private func mode(_ node: Node) throws(ConfigurationError) -> UInt32 {
        guard let mode = (node.scalar?.string).flatMap({ UInt32($0, radix: 8) }), mode <= 0o777, mode & 0o007 == 0
        else {
            throw wrong(line(of: node), "socketMode is octal, such as \"0660\", with nothing for others")
        }
        return mode
    }

    private func site(_ node: Node) throws(ConfigurationError) -> SiteNumber {
        guard let site = (node.scalar?.string).flatMap({ SiteNumber($0) }) else {
            throw wrong(line(of: node), "site is two digits in quotation marks, such as \"00\"")
        }
        return site
    }

    private func level(_ node: Node) throws(ConfigurationError) -> Logger.Level {
        guard let level = (node.scalar?.string).flatMap({ Logger.Level(rawValue: $0) }) else {
            let levels = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
            throw wrong(line(of: node), "logLevel is one of \(levels)")
        }
        return level
    }

    func wrong(_ line: Int, _ reason: String) -> ConfigurationError {
        .wrong(path: path, line: line, reason: reason)
    }

    func line(of node: Node) -> Int { node.mark?.line ?? 1 }

    private var reasonOfLastError: String { String(cString: strerror(errno)) }

    private static func line(of error: YamlError) -> Int {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        case .duplicatedKeysInMapping(_, let context): context.mark.line
        default: 1
        }
    }

    private static func words(of error: YamlError) -> String {
        switch error {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
        case .duplicatedKeysInMapping(let keys, _): "\(keys.joined(separator: ", ")) is there twice"
        default: "it is not YAML"
        }
    }
}
