import Glibc

extension Error {
    /// The message of an error, to insert into other messages; the English description if the error has no message.
    public var asMessage: Message {
        (self as? any MessageConvertible)?.message ?? Message(verbatim: "\(self)")
    }
}

extension Message {
    /// The C library's words for the error `code` of a system call.
    public static func system(_ code: Int32) -> Message { Message(verbatim: String(cString: strerror(code))) }
}
