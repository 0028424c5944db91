import ApusRuntime
import CancelRunsAPI

import struct Foundation.UUID

/// The command line.
struct Arguments {
  static let usage = """
    Usage: CancelRunsClient SERVER [--status STATUS] [--thread ID] [--run ID]… [--action ACTION]
      [--times COUNT]
    Without --status, the runs are named by --thread and --run. Makes COUNT calls at once.
    """

  struct Invalid: Error, CustomStringConvertible {
    let description: String
  }

  let server: String
  let body: RunsCancel
  private(set) var action: CancelRunsPost.Action?
  private(set) var times = 1

  init(_ arguments: some Sequence<String>) throws(Invalid) {
    var remaining = arguments.makeIterator()
    guard let server = remaining.next() else { throw Invalid(description: "no server") }
    var status: RunsCancel.Status?
    var thread: UUID?
    var runs: [UUID] = []
    while let name = remaining.next() {
      switch name {
      case "--status": status = try Self.read(name, remaining.next(), RunsCancel.Status.init)
      case "--thread": thread = try Self.read(name, remaining.next(), UUID.init)
      case "--run": runs.append(try Self.read(name, remaining.next(), UUID.init))
      case "--action": action = try Self.read(name, remaining.next(), CancelRunsPost.Action.init)
      case "--times": times = try Self.read(name, remaining.next()) { UInt16($0).map(Int.init) }
      default: throw Invalid(description: "\(name): no such option")
      }
    }
    self.server = server
    body = try Self.body(status: status, thread: thread, runs: runs)
  }

  private static func read<Value>(
    _ name: String, _ text: String?, _ convert: (String) -> Value?
  ) throws(Invalid) -> Value {
    guard let text, let value = convert(text) else {
      throw Invalid(description: "\(name) \(text ?? ""): not understood")
    }
    return value
  }

  private static func body(
    status: RunsCancel.Status?, thread: UUID?, runs: [UUID]
  ) throws(Invalid) -> RunsCancel {
    if let status {
      let runIDs = runs.isEmpty ? nil : runs
      return .status(.init(status: status, threadID: thread, runIDs: runIDs))
    }
    guard let thread else { throw Invalid(description: "neither a status nor a thread") }
    return .threadIDAndRunIDs(.init(threadID: thread, runIDs: runs))
  }
}
