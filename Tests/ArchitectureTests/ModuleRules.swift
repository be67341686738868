/// Which module may import which; the picture in `Sources/Modules.md` in another form.
enum ModuleRules {
    /// Modules of this package that each module may import.
    static let allowed: [String: Set<String>] = [
        "Barcodes": [],
        "LogProof": [],
        "Vocabulary": ["Barcodes"],
        "Localization": ["Vocabulary"],
        "CivilTime": ["Localization", "Vocabulary"],
        "LogEntries": ["Barcodes", "LogProof", "Vocabulary"],
        "ImageDecoding": ["Barcodes"],
        "ImageEngine": ["Barcodes", "ImageDecoding"],
        "Labels": ["Barcodes", "Localization", "Vocabulary"],
        "Printers": ["Labels", "Localization"],
        "Scanning": ["Barcodes", "Localization"],
        "LogTables": ["Barcodes", "LogEntries", "LogProof", "Vocabulary"],
        "TransferLog": ["Barcodes", "Localization", "LogEntries", "LogProof", "LogTables", "Vocabulary"],
        "Tones": [],
        "Wire": [],
        "ReadingFiles": ["Barcodes", "Localization", "Vocabulary"],
        "Circulation": ["Barcodes", "Localization", "LogEntries", "TransferLog", "Vocabulary"],
        "Stations": [
            "Barcodes", "Circulation", "Localization", "LogEntries", "ReadingFiles", "TransferLog", "Vocabulary",
        ],
        "Safekeeping": ["Barcodes", "Circulation", "Localization", "LogProof", "TransferLog", "Vocabulary"],
        "Settings": [
            "Barcodes", "Circulation", "ImageDecoding", "Labels", "Localization", "Printers", "Scanning", "Vocabulary",
        ],
        "Intake": [
            "Barcodes", "Circulation", "ImageDecoding", "Localization", "Safekeeping", "Settings", "TransferLog",
            "Vocabulary",
        ],
        "Printing": [
            "Barcodes", "Circulation", "Labels", "Localization", "Printers", "Settings", "TransferLog", "Vocabulary",
        ],
        "DaemonServices": [
            "Barcodes", "Circulation", "ImageDecoding", "Intake", "Labels", "Localization", "LogProof", "Printers",
            "Printing",
            "Safekeeping", "Scanning", "Settings", "Stations", "TransferLog", "Vocabulary",
        ],
        "WireResources": [
            "Barcodes", "Circulation", "CivilTime", "DaemonServices", "Intake", "Labels", "Localization", "LogEntries",
            "Printers",
            "Printing",
            "Settings", "Stations", "TransferLog", "Vocabulary", "Wire",
        ],
        "DaemonServer": [
            "Barcodes", "Circulation", "DaemonServices", "ImageDecoding", "Intake", "Labels", "Localization",
            "LogEntries", "LogProof",
            "Printers", "Printing", "ReadingFiles", "Safekeeping", "Scanning", "Settings", "Stations", "TransferLog",
            "Vocabulary", "Wire", "WireResources",
        ],
        "DaemonClient": ["Wire"],
        "Terminal": ["Localization", "Vocabulary", "Wire"],
        "StationScreen": ["DaemonClient", "Localization", "Terminal", "Tones", "Vocabulary", "Wire"],
        "CommandBasics": ["CivilTime", "DaemonClient", "Localization", "Terminal", "Wire"],
        "LogCommands": ["CommandBasics", "DaemonClient", "Localization", "LogProof", "Terminal", "Wire"],
        "Commands": [
            "CommandBasics", "DaemonClient", "Localization", "LogCommands", "StationScreen", "Terminal", "Vocabulary",
            "Wire",
        ],
        "outguide": ["Commands"],
        "outguide-decoder": ["ImageEngine"],
        "outguided": ["DaemonServer"],
    ]

    /// Libraries that only the named modules may import.
    static let confined: [String: Set<String>] = [
        "ArgumentParser": ["CommandBasics", "Commands", "DaemonServer", "LogCommands"],
        "CAlsa": ["Tones"],
        "CCairo": ["Labels"],
        "CChildProcess": ["ImageDecoding", "ImageEngine"],
        "CCups": ["Printers"],
        "CDeflate": ["Labels"],
        "CEvdev": ["Scanning"],
        "CFileStatus": ["Intake"],
        "CImageLoading": ["ImageEngine"],
        "CImageRendering": ["ImageEngine"],
        "CPango": ["Labels"],
        "CPeerCredentials": ["DaemonServer", "DaemonServices"],
        "CPng": ["ImageEngine"],
        "CStartPages": ["DaemonServer"],
        "CUdev": ["Scanning"],
        "CXkbCommon": ["Scanning"],
        "CZBar": ["ImageEngine"],
        "CZXing": ["ImageEngine", "Labels"],
        "CZint": ["Labels"],
        "Crypto": ["Intake", "LogCommands", "LogEntries", "LogProof", "LogTables", "Safekeeping", "TransferLog"],
        "GRDB": ["LogTables", "TransferLog"],
        "GRDBSQLite": ["LogTables", "TransferLog"],
        "Hummingbird": ["DaemonServer"],
        "HummingbirdCore": ["DaemonServer"],
        "NIOCore": ["DaemonClient", "DaemonServer"],
        "NIOHTTP1": ["DaemonClient", "DaemonServer"],
        "NIOPosix": ["DaemonClient", "DaemonServer"],
        "Yams": ["Labels", "Settings"],
    ]

    /// No module may import these: full Foundation doubles the time a command takes to start.
    static let forbidden: Set<String> = ["Foundation"]
}
