// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

// These loops visit every pixel, and tests measure what they cost.
let fastLoops: [CSetting] = [.unsafeFlags(["-O3"])]

// Targets stand in the order of their layers, lowest first; each has its tests beside it.
let package = Package(
    name: "outguide",
    products: [
        .executable(name: "outguide", targets: ["outguide"]),
        .executable(name: "outguide-decoder", targets: ["outguide-decoder"]),
        .executable(name: "outguided", targets: ["outguided"]),
        // Preloaded into the daemon by tests.
        .library(name: "daemon-faults", type: .dynamic, targets: ["FaultyFileLayer", "SteppedClock"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-metrics.git", from: "2.9.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // Layer 0: C libraries.
        .target(name: "CAlsa", path: "Sources/CSystem/CAlsa"),
        .systemLibrary(name: "CCairo", path: "Sources/CSystem/CCairo", pkgConfig: "cairo"),
        .target(name: "CChildProcess", path: "Sources/CSystem/CChildProcess"),
        .systemLibrary(name: "CCups", path: "Sources/CSystem/CCups"),
        .systemLibrary(name: "CDeflate", path: "Sources/CSystem/CDeflate", pkgConfig: "libdeflate"),
        .systemLibrary(name: "CEvdev", path: "Sources/CSystem/CEvdev", pkgConfig: "libevdev"),
        .target(name: "CFileStatus", path: "Sources/CSystem/CFileStatus"),
        .target(
            name: "CImageLoading",
            path: "Sources/CSystem/CImageLoading",
            linkerSettings: [.linkedLibrary("jpeg")]
        ),
        .target(name: "CImageRendering", path: "Sources/CSystem/CImageRendering", cSettings: fastLoops),
        .systemLibrary(name: "CPango", path: "Sources/CSystem/CPango", pkgConfig: "pangocairo"),
        .systemLibrary(name: "CPeerCredentials", path: "Sources/CSystem/CPeerCredentials"),
        .systemLibrary(name: "CPng", path: "Sources/CSystem/CPng", pkgConfig: "libpng"),
        .target(name: "CQuietTimers", path: "Sources/CSystem/CQuietTimers"),
        .target(name: "CStartPages", path: "Sources/CSystem/CStartPages"),
        .systemLibrary(name: "CUdev", path: "Sources/CSystem/CUdev", pkgConfig: "libudev"),
        .systemLibrary(name: "CXkbCommon", path: "Sources/CSystem/CXkbCommon", pkgConfig: "xkbcommon"),
        .systemLibrary(name: "CZBar", path: "Sources/CSystem/CZBar", pkgConfig: "zbar"),
        .target(
            name: "CZXing",
            path: "Sources/CSystem/CZXing",
            linkerSettings: [.linkedLibrary("ZXing")]
        ),
        .systemLibrary(name: "CZint", path: "Sources/CSystem/CZint"),

        // Layer 1: values.
        .target(name: "Barcodes", swiftSettings: settings),
        .testTarget(name: "BarcodesTests", dependencies: ["Barcodes"], swiftSettings: settings),

        .target(name: "Vocabulary", dependencies: ["Barcodes"], swiftSettings: settings),
        .testTarget(name: "VocabularyTests", dependencies: ["Barcodes", "Vocabulary"], swiftSettings: settings),

        .target(
            name: "Localization",
            dependencies: ["Vocabulary"],
            exclude: ["Translations", "extract"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LocalizationTests",
            dependencies: ["Localization", "TestSupport", "Vocabulary"],
            swiftSettings: settings
        ),

        .target(name: "CivilTime", dependencies: ["Localization", "Vocabulary"], swiftSettings: settings),
        .testTarget(
            name: "CivilTimeTests",
            dependencies: ["CivilTime", "Localization", "Vocabulary"],
            swiftSettings: settings
        ),

        .target(
            name: "LogProof",
            dependencies: [.product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: settings
        ),
        .testTarget(name: "LogProofTests", dependencies: ["LogProof", "TestSupport"], swiftSettings: settings),

        .target(
            name: "LogEntries",
            dependencies: ["Barcodes", "LogProof", "Vocabulary", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LogEntriesTests",
            dependencies: ["Barcodes", "LogEntries", "Vocabulary"],
            swiftSettings: settings
        ),

        // Layer 2: the log, the devices, and the shapes of the socket; none knows another.
        .target(
            name: "LogTables",
            dependencies: [
                "Barcodes", "LogEntries", "LogProof", "Vocabulary",
                .product(name: "Crypto", package: "swift-crypto"), .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: settings
        ),

        .target(
            name: "ImageDecoding",
            dependencies: ["Barcodes", "CChildProcess"],
            swiftSettings: settings
        ),

        // Only the child process has it, so that what reads files from outside is in no other program.
        .target(
            name: "ImageEngine",
            dependencies: [
                "Barcodes", "CChildProcess", "CImageLoading", "CImageRendering", "CPng", "CZBar", "CZXing",
                "ImageDecoding",
            ],
            swiftSettings: settings
        ),

        .executableTarget(
            name: "decoder-lock-probe",
            dependencies: ["CChildProcess"],
            path: "Tests/DecoderLockProbe",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "decoder-soak",
            dependencies: ["ImageDecoding"],
            path: "Tests/DecoderSoak",
            swiftSettings: settings
        ),
        .testTarget(
            name: "ImageDecodingTests",
            dependencies: [
                "Barcodes", "CPng", "ImageDecoding", "ImageEngine", "TestSupport", "decoder-lock-probe",
                "decoder-soak", "outguide-decoder",
            ],
            swiftSettings: settings
        ),

        .target(
            name: "Labels",
            dependencies: [
                "Barcodes", "CCairo", "CDeflate", "CPango", "CZXing", "CZint", "Localization", "Vocabulary",
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings,
            // What Pango uses, asked for new fonts.
            linkerSettings: [.linkedLibrary("fontconfig")]
        ),

        .target(name: "Printers", dependencies: ["CCups", "Labels", "Localization"], swiftSettings: settings),

        .testTarget(
            name: "LabelsTests",
            dependencies: ["Barcodes", "CCairo", "Labels", "Localization", "Printers", "TestSupport"],
            exclude: ["Goldens"],
            swiftSettings: settings
        ),

        .target(
            name: "Scanning",
            dependencies: ["Barcodes", "CEvdev", "CUdev", "CXkbCommon", "Localization"],
            swiftSettings: settings
        ),

        .executableTarget(
            name: "scanner-probe",
            dependencies: ["Scanning"],
            path: "Tests/ScannerProbe",
            swiftSettings: settings
        ),
        .testTarget(
            name: "ScanningTests",
            dependencies: ["Barcodes", "Localization", "Scanning", "TestSupport", "scanner-probe"],
            exclude: ["FuzzSeeds", "RecordedScanners"],
            swiftSettings: settings
        ),

        .target(
            name: "TransferLog",
            dependencies: [
                "Barcodes", "Localization", "LogEntries", "LogProof", "LogTables", "Vocabulary",
                .product(name: "Crypto", package: "swift-crypto"), .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "FaultyFileLayer",
            path: "Tests/FaultyFileLayer",
            linkerSettings: [.linkedLibrary("sqlite3")]
        ),
        .executableTarget(
            name: "fault-sweep",
            dependencies: ["Barcodes", "FaultyFileLayer", "TransferLog", "Vocabulary"],
            path: "Tests/FaultSweep",
            swiftSettings: settings
        ),
        .testTarget(
            name: "TransferLogTests",
            dependencies: [
                "Barcodes", "FaultyFileLayer", "Localization", "LogEntries", "LogProof", "LogTables", "TestSupport",
                "TransferLog", "Vocabulary", "fault-sweep", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Fixtures"],
            swiftSettings: settings
        ),

        .target(name: "Tones", dependencies: ["CAlsa"], swiftSettings: settings),
        .executableTarget(
            name: "tone-probe",
            dependencies: ["Tones"],
            path: "Tests/ToneProbe",
            swiftSettings: settings
        ),
        .testTarget(
            name: "TonesTests",
            dependencies: ["TestSupport", "Tones", "tone-probe"],
            swiftSettings: settings
        ),

        .target(name: "Wire", exclude: ["openapi.yaml"], swiftSettings: settings),
        .testTarget(name: "WireTests", dependencies: ["Wire"], swiftSettings: settings),

        .target(
            name: "ReadingFiles",
            dependencies: ["Barcodes", "Localization", "Vocabulary"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "ReadingFilesTests",
            dependencies: ["Localization", "ReadingFiles", "Vocabulary"],
            swiftSettings: settings
        ),

        // Layer 3: the rules.
        .target(
            name: "Circulation",
            dependencies: ["Barcodes", "Localization", "LogEntries", "TransferLog", "Vocabulary"],
            swiftSettings: settings
        ),
        .target(
            name: "Stations",
            dependencies: [
                "Barcodes", "Circulation", "Localization", "LogEntries", "ReadingFiles", "TransferLog", "Vocabulary",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "CirculationTests",
            dependencies: [
                "Barcodes", "Circulation", "Localization", "LogEntries", "ReadingFiles", "Stations", "TransferLog",
                "Vocabulary", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings
        ),

        .target(
            name: "Printing",
            dependencies: [
                "Barcodes", "Circulation", "Labels", "Localization", "Printers", "Settings", "TransferLog",
                "Vocabulary",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "PrintingTests",
            dependencies: ["Barcodes", "Labels", "Localization", "Printers", "Printing", "Safekeeping", "Vocabulary"],
            swiftSettings: settings
        ),

        // Layer 4: the two ends of the socket.
        .target(
            name: "Safekeeping",
            dependencies: [
                "Barcodes", "Circulation", "Localization", "LogProof", "TransferLog", "Vocabulary",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings
        ),

        .target(
            name: "Settings",
            dependencies: [
                "Barcodes", "Circulation", "ImageDecoding", "Labels", "Localization", "Printers", "Scanning",
                "Vocabulary",
                .product(name: "Logging", package: "swift-log"), .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "SettingsTests",
            dependencies: [
                "Barcodes", "Circulation", "ImageDecoding", "Labels", "Localization", "Printers", "Scanning",
                "Settings", "TestSupport",
                "Vocabulary", .product(name: "Logging", package: "swift-log"), .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings
        ),

        .target(
            name: "Intake",
            dependencies: [
                "Barcodes", "CFileStatus", "Circulation", "ImageDecoding", "Localization", "Safekeeping", "Settings",
                "TransferLog",
                "Vocabulary", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "IntakeTests",
            dependencies: [
                "Barcodes", "Circulation", "ImageDecoding", "Intake", "Localization", "Safekeeping", "Settings",
                "TransferLog",
                "Vocabulary", .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings
        ),

        .target(
            name: "DaemonServices",
            dependencies: [
                "Barcodes", "CPeerCredentials", "Circulation", "ImageDecoding", "Intake", "Labels", "Localization",
                "LogProof",
                "Printers",
                "Printing", "Safekeeping", "Scanning", "Settings", "Stations", "TransferLog", "Vocabulary",
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),

        .target(
            name: "WireResources",
            dependencies: [
                "Barcodes", "Circulation", "CivilTime", "DaemonServices", "Intake", "Labels", "Localization",
                "LogEntries", "Printers",
                "Printing", "Settings", "Stations", "TransferLog", "Vocabulary", "Wire",
            ],
            swiftSettings: settings
        ),

        .target(
            name: "DaemonServer",
            dependencies: [
                "Barcodes", "CPeerCredentials", "CStartPages", "Circulation", "DaemonServices", "ImageDecoding",
                "Intake",
                "Labels", "Localization", "LogEntries", "LogProof", "Printers", "Printing", "ReadingFiles",
                "Safekeeping", "Scanning",
                "Settings", "Stations", "TransferLog", "Vocabulary", "Wire", "WireResources",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"), .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOFoundationEssentialsCompat", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),

        .testTarget(
            name: "DaemonServerTests",
            dependencies: [
                "Barcodes", "Circulation", "DaemonServer", "DaemonServices", "ImageDecoding", "Intake", "Labels",
                "Localization", "LogEntries", "Printers", "Printing", "ReadingFiles", "Safekeeping", "Scanning",
                "Settings", "Stations",
                "TestSupport", "TransferLog", "Vocabulary", "Wire", "WireResources", "outguide", "outguide-decoder",
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"), .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings
        ),

        .target(
            name: "DaemonClient",
            dependencies: [
                "Wire",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: settings
        ),

        .testTarget(
            name: "DaemonClientTests",
            dependencies: [
                "DaemonClient", "StubDaemon", "Wire",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: settings
        ),

        // Layer 5: the command line.
        .target(
            name: "Terminal",
            dependencies: [
                "Localization", "Vocabulary", "Wire", .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "StationScreen",
            dependencies: [
                "DaemonClient", "Localization", "Terminal", "Tones", "Vocabulary", "Wire",
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "CommandBasics",
            dependencies: [
                "CivilTime", "DaemonClient", "Localization", "Terminal", "Wire",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "LogCommands",
            dependencies: [
                "CommandBasics", "DaemonClient", "Localization", "LogProof", "Terminal", "Wire",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "Commands",
            dependencies: [
                "CommandBasics", "DaemonClient", "Localization", "LogCommands", "StationScreen", "Terminal",
                "Vocabulary", "Wire",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "CommandsTests",
            dependencies: [
                "CommandBasics", "Commands", "DaemonClient", "Localization", "LogCommands", "LogProof", "StationScreen",
                "StubDaemon", "Terminal", "Tones", "Vocabulary", "Wire", "outguide",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            exclude: ["StationScreen/Frames"],
            swiftSettings: settings
        ),

        // Layer 6: the programs.
        .executableTarget(name: "outguide", dependencies: ["Commands"], swiftSettings: settings),
        .executableTarget(name: "outguide-decoder", dependencies: ["ImageEngine"], swiftSettings: settings),
        .executableTarget(name: "outguided", dependencies: ["CQuietTimers", "DaemonServer"], swiftSettings: settings),

        // What tests share, and tests of the whole.
        .target(
            name: "TestSupport",
            path: "Tests/TestSupport",
            exclude: [
                "PrinterBed/PrinterBed.sh", "VirtualScannerBed/recorded_scanner.py", "VirtualScannerBed/us_keys.py",
                "VirtualScannerBed/virtual-scanners.py", "VirtualScannerBed/virtual_nodes.py",
            ],
            swiftSettings: settings
        ),
        .target(
            name: "StubDaemon",
            dependencies: [
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            path: "Tests/StubDaemon",
            swiftSettings: settings
        ),
        .target(name: "SteppedClock", dependencies: ["FaultyFileLayer"], path: "Tests/SteppedClock"),
        .testTarget(name: "ArchitectureTests", swiftSettings: settings),
        .executableTarget(
            name: "decoding-benchmark",
            dependencies: ["Barcodes", "ImageDecoding", "ImageEngine"],
            path: "Benchmarks/decoding/Reader",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "labels-benchmark",
            dependencies: ["Barcodes", "Labels"],
            path: "Benchmarks/labels",
            exclude: ["box.glabels", "box.yaml", "others.py", "run"],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "log-benchmark",
            dependencies: ["Barcodes", "LogProof", "TestSupport", "TransferLog", "Vocabulary"],
            path: "Benchmarks/log",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "scanning-benchmark",
            dependencies: ["DaemonClient", "Scanning", "TestSupport", "Vocabulary", "Wire"],
            path: "Benchmarks/scanning",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "station-benchmark",
            dependencies: ["DaemonClient", "TestSupport", "Wire"],
            path: "Benchmarks/stations",
            exclude: ["run"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "IntegrationTests",
            dependencies: [
                "DaemonClient", "FaultyFileLayer", "TestSupport", "Wire", "outguide", "outguide-decoder", "outguided",
            ],
            exclude: ["ScriptedDays/Days", "ScriptedDays/make-day.py"],
            swiftSettings: settings
        ),
    ],
    swiftLanguageModes: [.v6]
)
