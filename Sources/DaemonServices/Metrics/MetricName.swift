/// The name of a time series in the Prometheus text format.
package struct MetricName: Sendable, Hashable {
    let name: String
    /// The labels as written between the braces; empty when there are none.
    let labels: String
    /// The values of the labels, by name.
    package let dimensions: [String: String]

    init(label: String, dimensions: [(String, String)], kind: MetricSeries.Kind) {
        var name = Self.word(label)
        if !name.hasPrefix("outguide_") { name = "outguide_" + name }
        switch kind {
        case .counter: if !name.hasSuffix("_total") { name += "_total" }
        case .histogram: if !name.hasSuffix("_seconds") { name += "_seconds" }
        case .gauge: break
        }
        self.name = name
        self.dimensions = Dictionary(dimensions) { first, _ in first }
        labels = dimensions.sorted { $0.0 < $1.0 }.map { "\(Self.word($0))=\"\(Self.escaped($1))\"" }
            .joined(separator: ",")
    }

    /// The name with its labels, an optional suffix and one additional label.
    func with(_ suffix: String = "", label: String? = nil) -> String {
        let all = [labels, label ?? ""].filter { !$0.isEmpty }.joined(separator: ",")
        return name + suffix + (all.isEmpty ? "" : "{\(all)}")
    }

    private static func word(_ text: String) -> String {
        String(
            text.unicodeScalars.map { scalar in
                switch scalar {
                case "a"..."z", "A"..."Z", "0"..."9": Character(scalar)
                default: "_"
                }
            }
        )
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { escaped, character in
            switch character {
            case "\\": escaped += "\\\\"
            case "\"": escaped += "\\\""
            case "\n", "\r\n": escaped += "\\n"
            default: escaped.append(character)
            }
        }
    }
}
