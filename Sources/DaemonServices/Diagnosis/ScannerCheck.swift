import Scanning

/// Checks that every named scanner is read.
package struct ScannerCheck: Check {
    static let name = "scanners"

    let roster: ScannerRoster
    let book: ScannerBook

    package init(roster: ScannerRoster, book: ScannerBook) {
        self.roster = roster
        self.book = book
    }

    package func findings() async -> [Finding] {
        if let trouble = roster.trouble {
            let remedy = "put the daemon's user into the group input, and see “journalctl -u outguided”"
            return [.failed(Self.name, "no gun can be read: \(trouble)", remedy: remedy)]
        }
        var findings = roster.attached.filter { $0.state != ScannerRoster.reading }.map { handheld in
            Finding.failed(
                Self.name,
                "\(handheld.name) (\(handheld.scanner)): \(handheld.state)",
                remedy: "“outguide scanner test \(handheld.scanner)” says what is wrong with it"
            )
        }
        findings += book.vague.map { model in
            .warning(
                Self.name,
                "a pairing names the model \(model) and no gun in particular: it is not used",
                remedy: "“outguide scanner forget \(model)”, and pair the gun again"
            )
        }
        findings += roster.suspicious.map { handheld, tally in
            .warning(
                Self.name,
                "\(tally.misread) of the last \(tally.count) readings of \(handheld.name) (\(handheld.scanner)) make no sense",
                remedy: "“outguide scanner test \(handheld.scanner)” judges how it is set up"
            )
        }
        if roster.lostReadings > 0 {
            let message = "\(roster.lostReadings) readings were lost since the start: too many came at once"
            findings.append(.failed(Self.name, message, remedy: "scan again what was not answered"))
        }
        findings += await unreadable()
        if findings.isEmpty {
            let count = roster.attached.count
            let message =
                count == 0 ? "no gun is plugged in" : "\(count) \(count == 1 ? "handheld is" : "handhelds are") read"
            findings = [.ok(Self.name, message)]
        }
        return findings
    }

    /// Named scanners that the daemon lacks permission to open.
    private func unreadable() async -> [Finding] {
        let devices: [AttachedDevice]
        do {
            devices = try await ScannerReader.survey(settings: book.settings)
        } catch {
            let remedy = "look whether udev runs: “udevadm info --export-db”"
            return [.unknown(Self.name, "cannot list the devices that are plugged in: \(error)", remedy: remedy)]
        }
        return devices.filter { $0.isNamed && !$0.isReadable }.map { device in
            .failed(
                Self.name,
                "\(device.identity.title) (\(device.identity.stableName)) may not be opened: \(device.identity.devnode)",
                remedy: "plug it in again, so that the rule 60-outguided.rules gives it to the group outguide"
            )
        }
    }
}
