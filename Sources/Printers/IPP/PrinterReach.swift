import Glibc
import Labels

/// Checks whether a network printer can be reached, independently of its queue; blocking, for the print executor only.
///
/// A CUPS backend that cannot connect reports that only in a message, in the language of the job, and clears the reason
/// `connecting-to-device` between attempts (backend/socket.c, lpd.c). Therefore the kernel is asked whether any program
/// of this machine is connected to the printer. Only if none is, a connection is attempted, because many printers
/// accept only one at a time.
struct PrinterReach {
    private let host: String
    private let port: UInt16

    private static let ports: [String: UInt16] = ["socket": PrinterAddress.rawPort, "lpd": 515]
    private static let patience: Int32 = 1_000

    /// Creates a check for the `device-uri` of a queue; nil for one that reaches its printer in another way.
    init?(device uri: String) {
        guard let scheme = uri.firstRange(of: "://"), let usual = Self.ports[String(uri[..<scheme.lowerBound])] else {
            return nil
        }
        let place = uri[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" }
        let hasPort = place.lastIndex(of: ":").map { !place[$0...].contains("]") } ?? false
        let written = hasPort ? String(place) : "\(place):\(usual)"
        guard case .socket(let host, let port) = PrinterAddress(parsing: "socket://" + written) else { return nil }
        (self.host, self.port) = (host, port)
    }

    var isOutOfReach: Bool {
        if isConnected { return false }
        do throws(PrintError) {
            _ = try SocketConnection(to: host, port: port, named: host, milliseconds: Self.patience)
            return false
        } catch {
            return true
        }
    }

    /// Whether a program of this machine is connected to the printer.
    var isConnected: Bool {
        let places = Set(addresses.map { "\($0):\(Self.hexadecimal(UInt32(port), 4))" })
        return ["/proc/net/tcp", "/proc/net/tcp6"].contains { path in
            guard let bytes = BoundedFile.read(path, most: Self.mostTable) else { return false }
            return String(decoding: bytes, as: UTF8.self).split(separator: "\n").contains { line in
                let columns = line.split(separator: " ")
                // The columns are local address, remote address, state; 01 is established (proc(5)).
                return columns.count > 3 && columns[3] == "01" && places.contains(String(columns[2]))
            }
        }
    }

    /// The maximum number of bytes to read of the kernel's table.
    private static let mostTable = 16 * 1_024 * 1_024

    /// The host's addresses in the kernel's format: each four bytes as one number in native byte order.
    private var addresses: [String] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var found: [String] = []
        var entry = list
        while let address = entry?.pointee {
            let bytes = UnsafeRawBufferPointer(start: address.ai_addr, count: Int(address.ai_addrlen))
            // The address follows family and port, and the flow information of IPv6.
            let words = address.ai_family == AF_INET6 ? stride(from: 8, to: 24, by: 4) : stride(from: 4, to: 8, by: 4)
            found.append(
                words.map { Self.hexadecimal(bytes.loadUnaligned(fromByteOffset: $0, as: UInt32.self), 8) }.joined()
            )
            entry = address.ai_next
        }
        return found
    }

    private static func hexadecimal(_ number: UInt32, _ digits: Int) -> String {
        let text = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
