// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

// Targets stand in the order of their layers, lowest first; each has its tests beside it.
let package = Package(
    name: "outguide",
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .target(name: "Barcodes", swiftSettings: settings),
        .testTarget(name: "BarcodesTests", dependencies: ["Barcodes"], swiftSettings: settings),

        .target(name: "Records", dependencies: ["Barcodes"], swiftSettings: settings),
        .testTarget(name: "RecordsTests", dependencies: ["Barcodes", "Records"], swiftSettings: settings),

        .target(
            name: "TransferLog",
            dependencies: [
                "Barcodes", "Records",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings
        ),
        .testTarget(name: "TransferLogTests", dependencies: ["Barcodes", "Records", "TransferLog"], swiftSettings: settings),

        .target(name: "Wire", swiftSettings: settings),
        .testTarget(name: "WireTests", dependencies: ["Wire"], swiftSettings: settings),

        .target(
            name: "Circulation",
            dependencies: ["Barcodes", "Records", "TransferLog"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "CirculationTests",
            dependencies: ["Barcodes", "Circulation", "Records", "TransferLog"],
            swiftSettings: settings
        ),
    ],
    swiftLanguageModes: [.v6]
)
