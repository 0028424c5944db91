import Foundation
import Synchronization

/// An HTTP server on a port of this machine that does no more than the tests need: one request a
/// connection, each connection on a thread of its own.
final class LoopbackServer: Sendable {
  struct Failed: Error {}

  let port: UInt16
  private let isOver: Flag

  private final class Flag: Sendable {
    let value = Atomic(false)
  }

  /// Starts to listen. The closure has each connection until it returns.
  init(serve: @escaping @Sendable (Connection) -> Void) throws {
    let listener = Self.makeSocket()
    var address = Self.address(port: 0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, length) == 0 && listen(listener, 64) == 0
          && getsockname(listener, address, &length) == 0
      }
    }
    guard isListening else {
      close(listener)
      throw Failed()
    }
    port = UInt16(bigEndian: address.sin_port)
    isOver = Flag()
    Thread.detachNewThread { [isOver] in
      while case let socket = accept(listener, nil, nil), socket >= 0 {
        if isOver.value.load(ordering: .acquiring) {
          close(socket)
          break
        }
        Thread.detachNewThread {
          let connection = Connection(socket: socket)
          serve(connection)
          connection.end()
        }
      }
      // Nobody else closes it: its number would soon be that of another server's listener, from
      // which this thread would then take connections.
      close(listener)
    }
  }

  private static func makeSocket() -> Int32 {
    #if canImport(Darwin)
      socket(AF_INET, SOCK_STREAM, 0)
    #else
      socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #endif
  }

  /// A port of this machine.
  private static func address(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    address.sin_port = port.bigEndian
    return address
  }

  var baseURL: String { "http://127.0.0.1:\(port)" }

  /// Wakes the thread that accepts connections by a last one.
  deinit {
    isOver.value.store(true, ordering: .releasing)
    let socket = Self.makeSocket()
    var address = Self.address(port: port)
    withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        _ = connect(socket, address, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    close(socket)
  }

  /// A connection, from the server's side.
  struct Connection: Sendable {
    fileprivate let socket: Int32

    /// The lines of the request's head, and its body.
    func receive() -> (head: [Substring], body: [UInt8]) {
      var bytes: [UInt8] = []
      var end: Int?
      while end == nil, let more = read() {
        bytes += more
        end = bytes.indices.first { bytes[$0...].starts(with: Array("\r\n\r\n".utf8)) }
      }
      let head = String(decoding: bytes.prefix(end ?? 0), as: UTF8.self)
        .split(separator: "\r\n")
      let length = head.first { $0.lowercased().hasPrefix("content-length:") }
        .flatMap { Int($0.drop { $0 != ":" }.dropFirst().drop { $0 == " " }) }
      var body = Array(bytes.dropFirst((end ?? 0) + 4))
      while body.count < length ?? 0, let more = read() { body += more }
      return (head, body)
    }

    func send(_ text: String) {
      send(Array(text.utf8))
    }

    func send(_ bytes: [UInt8]) {
      var rest = bytes[...]
      while !rest.isEmpty {
        #if canImport(Darwin)
          let flags: Int32 = 0
        #else
          let flags = Int32(MSG_NOSIGNAL)
        #endif
        let count = rest.withUnsafeBytes {
          Foundation.send(socket, $0.baseAddress, $0.count, flags)
        }
        guard count > 0 else { return }
        rest = rest.dropFirst(count)
      }
    }

    /// Waits until the client has closed the connection.
    func waitForEnd() {
      while read() != nil {}
    }

    private func read() -> [UInt8]? {
      var buffer = [UInt8](repeating: 0, count: 65536)
      let count = recv(socket, &buffer, buffer.count, 0)
      return count > 0 ? Array(buffer.prefix(count)) : nil
    }

    fileprivate func end() {
      shutdown(socket, Int32(SHUT_RDWR))
      close(socket)
    }
  }
}
