import Wire
import Yams

extension EndpointOutline {
    /// The group of operations that it belongs to: the noun of its path.
    var tag: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

    /// The operation of the API description.
    func node() throws -> Node {
        .object([
            "operationId": .text(id),
            "tags": .words([tag]),
            "summary": .text(summary),
            "description": description.map(Node.text),
            "x-access": .text("\(access)"),
            "parameters": described.isEmpty ? nil : .list(described.map(\.node)),
            "requestBody": try requestBody(),
            "responses": .object(responses()),
        ])
    }

    private var description: String? {
        var place: String?
        if case .byResponse(let remains?) = repetition {
            place = "If a request with the same idempotency key was interrupted, look at \(remains) for what it did."
        }
        let sentences = [details, place].compactMap(\.self)
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    private var described: [Parameter] {
        let ranges: [Parameter] = refusals.contains(416) ? [.range] : []
        return parameters + ranges + (takesKey ? [.idempotencyKey] : [])
    }

    private func requestBody() throws -> Node? {
        switch body {
        case .nothing: return nil
        case .json(let type):
            let media = Node.object([
                "schema": .reference("schemas", DescribedTypes.name(of: type)),
                "example": try BodyExample.of(type, with: exampleMembers),
            ])
            return .object(["required": .boolean(true), "content": .object(["application/json": media])])
        case .bytes, .events:
            let example = Schema.barcode.example
            let media = Node.bytes(of: bodyType).adding(["example": bodyType.hasPrefix("text/") ? example : nil])
            return .object(["required": .boolean(true), "content": .object([bodyType: media])])
        }
    }

    private func responses() -> [(String, Node)] {
        var responses = [("\(success)", Node.object(["description": .text("Success."), "content": answerContent]))]
        if refusals.contains(416) {
            let range = Node.object([
                "description": .text("The part of the file that the Range header names."),
                "headers": .object([
                    "Content-Range": .object([
                        "description": .text("The first and the last byte of the part, and the length of the file."),
                        "schema": .object(["type": .text("string")]),
                    ])
                ]),
                "content": answerContent,
            ])
            responses.append(("206", range))
        }
        return responses + refusals.sorted().map { ("\($0)", .reference("responses", SharedResponse(status: $0).name)) }
    }

    private var answerContent: Node? {
        switch answer {
        case .nothing: nil
        case .json(let type):
            .object(["application/json": .object(["schema": Self.schema(of: type)])])
        case .bytes: .object(mediaTypes.map { ($0, .bytes(of: $0)) })
        case .events: .object(["text/event-stream": .bytes(of: "text/event-stream")])
        }
    }

    private static func schema(of type: any WireValue.Type) -> Node {
        guard let page = type as? any ListPage.Type else {
            return .reference("schemas", DescribedTypes.name(of: type))
        }
        let items = Node.object(["items": .reference("schemas", DescribedTypes.name(of: page.element))])
        return .object([
            "allOf": .list([
                .reference("schemas", DescribedTypes.name(of: type)),
                .object(["properties": .object(["items": items])]),
            ])
        ])
    }
}

extension Node {
    /// The content of a body of this media type: a string if it is text, otherwise any bytes.
    fileprivate static func bytes(of mediaType: String) -> Node {
        .object(["schema": mediaType.hasPrefix("text/") ? .object(["type": .text("string")]) : nil])
    }
}
