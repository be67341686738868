/// The arguments of the program.
struct SweepOptions {
    struct Misuse: Error, CustomStringConvertible {
        let description =
            "cannot understand the arguments: DIRECTORY count, DIRECTORY places, "
            + "DIRECTORY check ENTRY ..., or DIRECTORY OPERATION COUNT FIRST ..."
    }

    enum Task {
        case count
        case places
        case sweep([SweptFault])
        case check([Int64])
    }

    let directory: String
    let task: Task

    init(_ arguments: [String]) throws(Misuse) {
        guard arguments.count >= 2 else { throw Misuse() }
        directory = arguments[0]
        if arguments.count == 2 {
            switch arguments[1] {
            case "count": task = .count
            case "places": task = .places
            case "check": task = .check([])
            default: throw Misuse()
            }
            return
        }
        if arguments[1] == "check" {
            let entries = arguments.dropFirst(2).compactMap { Int64($0) }
            guard entries.count == arguments.count - 2 else { throw Misuse() }
            task = .check(entries)
            return
        }
        guard let operation = SweptOperation(rawValue: arguments[1]), arguments.count >= 4,
            let count = arguments[2] == "all" ? .max : Int64(arguments[2])
        else { throw Misuse() }
        let firsts = arguments.dropFirst(3).compactMap { Int64($0) }
        guard firsts.count == arguments.count - 3 else { throw Misuse() }
        task = .sweep(firsts.map { SweptFault(operation: operation, first: $0, count: count) })
    }
}
