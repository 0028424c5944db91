import ApusRuntime
import CancelRunsAPI

import struct Foundation.UUID

/// The command line.
struct Arguments {
  static let usage = """
    Usage: CancelRunsServer [--engine hummingbird|nio] [--port PORT] [--body-limit BYTES]
      [--timeout SECONDS]
      [--answer runs|success|failure] [--run THREAD/RUN/pending|running]…
    """

  enum Engine: String {
    case hummingbird, nio
  }

  enum Answer: String {
    case runs, success, failure
  }

  struct Invalid: Error, CustomStringConvertible {
    let description: String
  }

  var engine = Engine.hummingbird
  /// How many seconds SwiftNIO's server waits for a client.
  var timeout: Int64?
  /// 0 for any that is free.
  var port = 0
  var bodyLimit: Int?
  var answer = Answer.runs
  var runs: [Run] = []

  init(_ arguments: some Sequence<String>) throws(Invalid) {
    var remaining = arguments.makeIterator()
    while let name = remaining.next() {
      guard let value = remaining.next() else { throw Invalid(description: "\(name): no value") }
      guard set(name, value) else { throw Invalid(description: "\(name) \(value): not understood") }
    }
  }

  private mutating func set(_ name: String, _ value: String) -> Bool {
    switch name {
    case "--engine": assign(Engine(rawValue: value), to: \.engine)
    case "--timeout": assign(Int64(value), to: \.timeout)
    case "--port": assign(UInt16(value).map(Int.init), to: \.port)
    case "--body-limit": assign(Int(value), to: \.bodyLimit)
    case "--answer": assign(Answer(rawValue: value), to: \.answer)
    case "--run": assign(Run(value).map { runs + [$0] }, to: \.runs)
    default: false
    }
  }

  private mutating func assign<Value>(
    _ value: Value?, to place: WritableKeyPath<Arguments, Value>
  ) -> Bool {
    guard let value else { return false }
    self[keyPath: place] = value
    return true
  }
}

extension Run {
  /// Reads `THREAD/RUN/STATUS`.
  init?(_ text: String) {
    let parts = text.split(separator: "/").map(String.init)
    guard parts.count == 3, let thread = UUID(uuidString: parts[0]),
      let id = UUID(uuidString: parts[1]), let status = RunsCancel.Status(rawValue: parts[2])
    else { return nil }
    self.init(thread: thread, id: id, status: status)
  }
}
