import CCups
import Labels
import Localization

/// Owns an IPP message.
struct IPPMessage: ~Copyable {
    let pointer: OpaquePointer

    init(consuming pointer: OpaquePointer) { self.pointer = pointer }

    /// Creates a request with the character set, language and user that every request requires.
    init(_ operation: ipp_op_t) throws(PrintError) {
        guard let pointer = ippNewRequest(operation) else { throw .refused(words: Message("out of memory")) }
        self.pointer = pointer
        // The messages of printers and backends are shown in English text, and some of them are parsed.
        var language = ippFindAttribute(pointer, "attributes-natural-language", IPP_TAG_LANGUAGE)
        if language != nil { ippSetString(pointer, &language, 0, "en") }
        add(.operation, IPP_TAG_NAME, "requesting-user-name", cupsUser().map { String(cString: $0) } ?? "anonymous")
    }

    deinit { ippDelete(pointer) }

    /// The part of a message that contains an attribute.
    enum Group: Sendable {
        case operation
        case job

        fileprivate var tag: ipp_tag_t { self == .operation ? IPP_TAG_OPERATION : IPP_TAG_JOB }
    }

    func add(_ group: Group, _ type: ipp_tag_t, _ name: String, _ value: String) {
        ippAddString(pointer, group.tag, type, name, nil, value)
    }

    func add(_ group: Group, _ name: String, _ value: Int) {
        ippAddInteger(pointer, group.tag, IPP_TAG_INTEGER, name, Int32(clamping: value))
    }

    func add(_ group: Group, _ name: String, _ value: Bool) { ippAddBoolean(pointer, group.tag, name, value ? 1 : 0) }

    func add(_ group: Group, _ name: String, _ value: PrintResolution) {
        let (across, along) = (Int32(value.across), Int32(value.along))
        ippAddResolution(pointer, group.tag, name, IPP_RES_PER_INCH, across, along)
    }

    /// Adds job options with their types in libcups.
    func add(options: [(name: String, value: String)]) {
        var list: UnsafeMutablePointer<cups_option_t>?
        var count: CInt = 0
        for option in options { count = cupsAddOption(option.name, option.value, count, &list) }
        cupsEncodeOptions2(pointer, count, list, IPP_TAG_JOB)
        cupsFreeOptions(count, list)
    }

    /// Requests only these attributes.
    func request(_ attributes: [String]) {
        var list: OpaquePointer?
        for attribute in attributes {
            if list == nil {
                list = ippAddString(pointer, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", nil, attribute)
            } else {
                ippSetString(pointer, &list, ippGetCount(list), attribute)
            }
        }
    }

    var status: ipp_status_t { ippGetStatusCode(pointer) }

    /// Returns the attributes of each printer or job in a response, by name.
    func groups(_ tag: ipp_tag_t) -> [[String: IPPValues]] {
        var groups: [[String: IPPValues]] = []
        var isInGroup = false
        var attribute = ippFirstAttribute(pointer)
        while let current = attribute {
            if ippGetGroupTag(current) == tag, let name = ippGetName(current) {
                if !isInGroup { groups.append([:]) }
                isInGroup = true
                let (name, values) = (String(cString: name), IPPValues(current))
                let known = groups[groups.count - 1][name]
                groups[groups.count - 1][name] = known?.merged(with: values) ?? values
            } else {
                isInGroup = false
            }
            attribute = ippNextAttribute(pointer)
        }
        return groups
    }
}
