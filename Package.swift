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
    targets: [
        .target(name: "Barcodes", swiftSettings: settings),
        .testTarget(name: "BarcodesTests", dependencies: ["Barcodes"], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
