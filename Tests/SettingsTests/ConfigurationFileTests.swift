import Barcodes
import Circulation
import Foundation
import ImageDecoding
import Localization
import Logging
import Scanning
import Testing
import Vocabulary

@testable import Settings

@Suite struct ConfigurationFileTests {
    private func load(_ text: String) throws -> Configuration {
        let path = FileManager.default.temporaryDirectory.path() + "/outguide-\(UUID().uuidString).yaml"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try ConfigurationFile(path: path).applied(to: .standard)
    }

    @Test(arguments: [
        ("/dev/zero", "it has more than 262144 bytes"), ("/proc", "it is not a file"),
        ("/nonexistent", "No such file or directory"),
    ])
    func aFileThatIsNoneOrHasNoEndIsRefused(path: String, words: String) {
        #expect {
            try ConfigurationFile(path: path).applied(to: .standard)
        } throws: { error in
            "\(error)".contains(words)
        }
    }

    @Test func aDropFolderJoinsNothingUnlessItIsTold() throws {
        let folders = try load(
            """
            dropFolders:
              - path: /srv/one
              - path: /srv/two
                separation: files
                coverSheetOpensFor: 30
                continuesWithin: 600
                largestFile: 256
            """
        ).dropFolders
        #expect(folders.map(\.rules.continuesWithin) == [0, 600])
        #expect(folders.map(\.rules.coverSheetOpensFor) == [120, 30])
        #expect(folders.map(\.rules.separation) == [.coverSheets, .files])
        #expect(folders.map(\.largestFile) == [64, 256])
        for wrong in ["largestFile: 257", "largestFile: 0", "continuesWithin: -1", "coverSheetOpensFor: x"] {
            #expect(throws: ConfigurationError.self, "\(wrong)") {
                try load("dropFolders:\n  - path: /srv/one\n    \(wrong)")
            }
        }
    }

    @Test func everySettingIsTaken() throws {
        let configuration = try load(
            """
            stateDirectory: /srv/outguide
            socket: /run/og.sock
            socketMode: "0660"
            site: "07"
            registerOnFirstScan: false
            contextTimeout: 60
            doubleReadWindow: 0
            scanners:
              - vendor: "05E0"
                product: "1200"
                serial: A1
                port: pci-0000:00:14.0-usb-0:1
                name: counter
                station: desk-1
                layout: de
                variant: nodeadkeys
                framing: idle
                idle: 120
                prefix: D
                suffix: "#"
                memory: true
                linear: true
              - path: /dev/ttyS0
                framing: stx-etx
                speed: 19200
                dataBits: 7
                parity: even
                stopBits: 2
            labelDirectories: [/etc/labels]
            labelTemplate: folder
            printer: zebra
            imageCharacterSet: SHIFT_JIS
            interleavedLengths: [8, 14]
            textLanguages: [eng, chi_sim]
            logLevel: debug
            """
        )
        #expect(configuration.stateDirectory == "/srv/outguide")
        #expect(configuration.socket == "/run/og.sock")
        #expect(configuration.socketMode == 0o660)
        #expect(configuration.circulation.site == SiteNumber(7))
        #expect(!configuration.circulation.registersOnFirstScan)
        #expect(configuration.circulation.contextTimeout == 60)
        let scanner = try #require(configuration.scanners.first)
        #expect(scanner.vendor == "05e0")
        #expect(scanner.station == "desk-1")
        #expect(scanner.variant == "nodeadkeys")
        #expect(scanner.affixes == ScanAffixes(prefix: "D", suffix: "#"))
        #expect(scanner.habits == SymbolHabits(sendsMemory: true, readsLinearOnly: true))
        #expect(configuration.scanners.last?.habits == SymbolHabits())
        #expect(try scanner.setting().idle == .milliseconds(120))
        #expect(configuration.circulation.doubleReadWindow == 0)
        let line = try #require(configuration.scanners.last)
        #expect(line.path == "/dev/ttyS0")
        #expect(line.framing == .stxEtx)
        #expect(line.line == (try SerialLine(speed: 19_200, dataBits: 7, parity: .even, stopBits: 2)))
        #expect(configuration.labelDirectories == ["/etc/labels"])
        #expect(configuration.labelTemplate == "folder")
        #expect(configuration.printer == "zebra")
        #expect(configuration.decodingOptions.characterSet == "SHIFT_JIS")
        #expect(configuration.decodingOptions.interleavedLengths == [8, 14])
        #expect(configuration.textLanguages.map(\.package) == ["tesseract-ocr-eng", "tesseract-ocr-chi-sim"])
        #expect(configuration.logLevel == .debug)
    }

    @Test func settingsOfCirculationAreTaken() throws {
        let configuration = try load(
            """
            idleSignOut: 600
            transitHours: 4
            outGuideSlip: out-guide-slip
            language: de-AT
            stations:
              - name: counter
                location: LC000000001H
                returns: true
                signIn: required
                printer: zebra
                language: fr
            loans:
              days: 14
              renewals: 1
              limit: 20
              exceptions:
                - custodian: judge
                  series: criminal
                  days: 60
            calendar:
              workingDays: [mon, sat]
              holidays: [2026-12-25]
            functionCodes:
              "*IN*": into
            """
        )
        let circulation = configuration.circulation
        #expect(circulation.idleSignOut == 600)
        #expect(circulation.transitHours == 4)
        #expect(configuration.outGuideSlip == "out-guide-slip")
        let counter = try #require(StationName("counter"))
        let station = try #require(circulation.stations[counter])
        #expect(station.returns && station.needsSignIn)
        #expect(station.location?.text == "LC000000001H")
        #expect(station.printer == "zebra")
        #expect(station.language?.description == "fr")
        #expect(configuration.language?.description == "de-AT")
        #expect(configuration.languages.map(\.description).sorted() == ["de-AT", "fr"])
        #expect(circulation.loans.limit == 20)
        let judge = try #require(EntityKind("judge"))
        #expect(circulation.loans.terms(custodian: judge, series: EntityKind("criminal")).days == 60)
        #expect(circulation.loans.terms(custodian: judge, series: nil).days == 14)
        #expect(circulation.calendar.weekdays == [1, 6])
        #expect(circulation.calendar.holidays.map(\.description) == ["2026-12-25"])
        #expect(circulation.functionCodes == ["*IN*": .into])
    }

    @Test(arguments: ["", "# nothing\n"]) func anEmptyFileChangesNothing(text: String) throws {
        #expect(try load(text).socket == Configuration.standard.socket)
    }

    @Test(arguments: [
        ("site: 7", 1, "site is two digits"), ("\nsight: \"00\"", 2, "there is no setting sight"),
        ("site: \"00\"\nsite: \"01\"", 1, "site is there twice"), ("socket: here.sock", 1, "begins with /"),
        ("socketMode: \"0666\"", 1, "nothing for others"), ("scanners:\n  - layout: us", 2, "needs vendor"),
        ("scanners:\n  - vendor: \"5e0\"", 2, "four hexadecimal digits"), ("contextTimeout: 5", 1, "from 10"),
        ("scanners: yes", 1, "is a list"),
        ("scanners:\n  - vendor: \"05e0\"\n    framing: crlf", 3, "framing is one of suffix, cr, lf, cr-lf"),
        ("scanners:\n  - vendor: \"05e0\"\n    idle: 100", 3, "only with framing: idle"),
        ("scanners:\n  - vendor: \"05e0\"\n    framing: idle\n    idle: 5", 4, "from 20"),
        ("scanners:\n  - path: ttyS0", 2, "a node in /dev"),
        ("scanners:\n  - path: /dev/ttyS0\n    speed: 14400", 3, "speed is one of 1200"),
        ("scanners:\n  - path: /dev/ttyS0\n    parity: mark", 3, "none, even, odd"),
        ("scanners:\n  - path: /dev/ttyS0\n    dataBits: 9", 3, "from 7 to 8"),
        ("scanners:\n  - path: /dev/ttyS0\n    stopBits: 3", 3, "from 1 to 2"),
        ("scanners:\n  - serial: A\n\n    layout: nowhere", 4, "cannot use the keyboard layout"),
        ("scanners:\n  - serial: A\n    station: my desk", 3, "letters, digits"),
        ("scanners:\n  - serial: A\n    prefix: \"\\t\"", 3, "letters, digits or signs"),
        ("scanners:\n  - serial: A\n    suffix: \"12345678901234567\"", 3, "1 to 16"),
        ("scanners:\n  - serial: A\n    memory: many", 3, "true or false"),
        ("scanners:\n  - serial: A\n    baud: 9600", 3, "no setting baud"),
        ("scanners:\n  - serial: A\n    name: \"\"", 3, "up to 128 bytes"),
        ("doubleReadWindow: -1", 1, "from 0 to 60000"), ("- a", 1, "name: value"), ("a: [", 2, ""),
        ("stations:\n  - location: LC000000001H", 2, "needs a name"),
        ("stations:\n  - name: a\n    returns: true", 2, "needs a location"),
        ("stations:\n  - name: a b", 2, "letters, digits"), ("stations:\n  - name: a\n  - name: a", 3, "there twice"),
        ("stations:\n  - name: a\n    signIn: never", 3, "required or optional"),
        ("stations:\n  - name: a\n    location: LC0000000012", 3, "barcode of a location"),
        ("loans:\n  days: -1", 2, "from 0"), ("loans:\n  exceptions:\n    - days: 3", 3, "custodian or for a series"),
        ("loans:\n  exceptions:\n    - custodian: Judge", 3, "lower-case"),
        ("loans:\n  hours: 1", 2, "no setting hours"),
        ("calendar:\n  holidays: [2026-02-30]", 2, "such as 2026-12-25"),
        ("calendar:\n  workingDays: []", 2, "needs a day"),
        ("calendar:\n  workingDays: [monday]", 2, "list of mon"), ("transitHours: 0", 1, "from 1"),
        ("functionCodes:\n  \"*IN*\": open", 2, "one of put, into"),
        ("functionCodes:\n  CT000000001H: put", 2, "codes of other systems"),
        ("logLevel: loud", 1, "one of"), ("textLanguages:\n  - eng\n  - ../x", 3, "such as eng"),
        ("textLanguages: [eng, eng]", 1, "different names"),
        ("language: Deutsch!", 1, "language is a language tag such as de or fr-CA"),
        ("registerOnFirstScan: maybe", 1, "true or false"), ("printer: {a: b}", 1, "is a text"),
    ])
    func whatIsWrongIsNamedWithItsLine(text: String, line: Int, words: String) throws {
        let error = #expect(throws: ConfigurationError.self) { try load(text) }
        guard case .wrong(_, let found, let reason) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(found == line)
        #expect(words.isEmpty || reason.english.contains(words))
    }

    /// Anchors could make a few lines into gigabytes.
    @Test func aliasesCannotGrow() throws {
        var text = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
        for level in 1...9 {
            let inner = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ",")
            text += "a\(level): &a\(level) [\(inner)]\n"
        }
        #expect(throws: ConfigurationError.self) { try load(text) }
    }

    @Test func aMissingOrHugeFileIsNamed() throws {
        #expect(throws: ConfigurationError.self) {
            try ConfigurationFile(path: "/nonexistent/outguided.yaml").applied(to: .standard)
        }
        #expect(throws: ConfigurationError.self) { try load(String(repeating: "# x\n", count: 100_000)) }
    }
}
