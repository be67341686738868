import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Testing
import Vocabulary

@testable import DaemonServer
@testable import DaemonServices

/// What the description of the interface allows is taken, and what it forbids is refused, for every operation.
@Suite(.timeLimit(.minutes(3))) struct DescribedLimitsTests {
    private static let refusals: Set<Int> = [400, 413, 422]

    /// Members without which a body means nothing, though each of them alone may be absent.
    private static var needed: [String: [String: Any]] {
        [
            "POST /v1/moves": ["to": "26-0816"],
            "POST /v1/entities/{barcode}/changes": ["title": "Lease"],
            "POST /v1/labels/print": ["barcodes": ["26-0815"]],
            "POST /v1/labels/templates/check": ["text": "nothing"],
            "POST /v1/locations": ["name": "Shelf"],
            "POST /v1/custodians": ["name": "Person"],
        ]
    }

    /// Files for the paths that take one.
    private static let files = ["POST /v1/batches": "BX0000000014\n"]

    /// Fields that mean something on other paths or beside other fields only, and are refused here for that.
    private static let elsewhere: Set<String> = [
        "POST /v1/locations title", "POST /v1/locations kind", "POST /v1/locations home", "POST /v1/locations name",
        "POST /v1/custodians title", "POST /v1/custodians kind", "POST /v1/custodians home", "POST /v1/custodians name",
        "POST /v1/custodians parent", "POST /v1/containers name", "POST /v1/items name", "POST /v1/moves state",
        "POST /v1/moves to", "POST /v1/entities/{barcode}/changes title",
        "POST /v1/entities/{barcode}/restriction level",
        "POST /v1/labels/print new", "POST /v1/labels/print slip", "POST /v1/labels/print barcodes",
        "POST /v1/labels/templates/check bytes", "POST /v1/labels/templates/check text", "POST /v1/batches columns",
    ]

    /// Fields that nobody looks at before the thing that the path names is found, which it is not here.
    private static let unseen: Set<String> = [
        "POST /v1/quarantine/assignments file", "POST /v1/pull-lists/{list}/things barcodes",
        "POST /v1/pull-lists/{list}/pulls barcodes",
        "GET /v1/labels/batches/{batch} printed", "GET /v1/labels/batches/{batch}/labels limit",
        "POST /v1/labels/batches/{batch}/resume despite", "POST /v1/labels/batches/{batch}/resume inDoubt",
        "GET /v1/printers limit", "POST /v1/supplies/{supply}/receipts units",
        "POST /v1/supplies/{supply}/counts units",
    ]

    @Test func everyLimitHoldsAsItIsDescribed() async throws {
        let limits = try DescribedLimits()
        try await ScratchDaemon.with { parts in
            let asking = Asking(parts)
            var (within, beyond) = (0, 0)
            for route in RouteTable(parts).routes where !Self.isApart(route) {
                let (parameters, members) = limits.fields(of: route)
                let base = Self.base(of: route, members, limits)
                func send(_ field: DescribedLimits.Field?, _ value: Any?) async throws -> Asking.Answer {
                    let (path, headers) = Self.target(of: route, parameters, limits, replacing: field, by: value)
                    var body = base
                    if let field, field.place == "body" { body?[field.name] = value }
                    let text = try body.map {
                        String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self)
                    }
                    let response = try await asking.response(
                        route.method,
                        path,
                        as: Set(Role.allCases),
                        body: text ?? Self.files[route.name] ?? "",
                        headers: headers
                    )
                    let collector = CollectingWriter()
                    try await response.body.write(collector)
                    return Asking.Answer(status: response.status.code, type: nil, text: collector.text)
                }
                for field in parameters + (members ?? []) {
                    for trial in limits.trials(of: field) {
                        let answer = try await send(field, trial.value)
                        let what =
                            "\(route.name) with \(trial.what) is answered \(answer.status): \(answer.text.prefix(200))"
                        let name = "\(route.name) \(field.name)"
                        if !trial.isWithin, !Self.unseen.contains(name) {
                            let isUnknown = field.place == "path" && answer.status == 404
                            #expect(Self.refusals.contains(answer.status) || isUnknown, "\(what)")
                            beyond += 1
                        } else if trial.isWithin, !Self.elsewhere.contains(name) {
                            // The file is of one format and is refused as one of another.
                            let isTheFile = answer.text.contains(#""kind":"invalid-file""#)
                            #expect(answer.status != 400 && answer.status != 413 || isTheFile, "\(what)")
                            within += 1
                        }
                    }
                }
                if members != nil {
                    let undeclared = DescribedLimits.Field(
                        name: "undeclared",
                        place: "body",
                        isRequired: false,
                        schema: [:]
                    )
                    let answer = try await send(undeclared, 1)
                    #expect(answer.status == 400, "\(route.name) takes a member that is not described")
                    #expect(answer.text.contains("there is no member undeclared"), "\(route.name): \(answer.text)")
                }
            }
            #expect(within > 300)
            #expect(beyond > 500)
        }
    }

    private static func isApart(_ route: Route) -> Bool {
        // The body of a restoration and of a proof is a file, and a rebuild has none.
        ["/v1/events", "/v1/scanners/pairings", "/v1/log/restoration", "/v1/log/rebuild", "/v1/log/consistency"]
            .contains(route.path)
            || route.path.hasSuffix("/test")
    }

    private static func base(
        of route: Route,
        _ members: [DescribedLimits.Field]?,
        _ limits: DescribedLimits
    ) -> [String: Any]? {
        guard let members else { return nil }
        var body: [String: Any] = [:]
        for member in members where member.isRequired {
            body[member.name] = limits.sample(member.schema)
        }
        return body.merging(needed[route.name] ?? [:]) { $1 }
    }

    private static func target(
        of route: Route,
        _ parameters: [DescribedLimits.Field],
        _ limits: DescribedLimits,
        replacing field: DescribedLimits.Field?,
        by value: Any?
    ) -> (path: String, headers: HTTPFields) {
        var (path, query, headers) = (route.path, [String](), HTTPFields())
        for parameter in parameters {
            let isReplaced = parameter.name == field?.name && parameter.place == field?.place
            guard let value = isReplaced ? value : parameter.isRequired ? limits.sample(parameter.schema) : nil else {
                continue
            }
            let text = "\(value)"
            let escaped = text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            switch parameter.place {
            case "path": path = path.replacing("{\(parameter.name)}", with: escaped)
            case "query": query.append("\(parameter.name)=\(escaped)")
            default: if let name = HTTPField.Name(parameter.name) { headers[name] = text }
            }
        }
        path = path.replacing("{tile}", with: "0/000").replacing("{name}", with: "none")
        return (query.isEmpty ? path : path + "?" + query.joined(separator: "&"), headers)
    }
}
