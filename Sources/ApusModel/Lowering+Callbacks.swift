import ApusCore
import ApusOpenAPI

// Requests that go the other way.
extension Lowering {
  /// The services of those who receive webhooks, by tags as those of operations.
  mutating func webhookServices() -> [Service] {
    let received = document.webhooks.flatMap { entry in
      let operations = entry.value.operations.filter { selection.includes($0) }
      return Self.received(operations, as: entry.key)
    }
    return services(of: received, as: .webhooks)
  }

  /// The services of those who are called back: one for each callback of an operation that is wanted,
  /// and one for each that several operations share.
  mutating func callbackServices() -> [Service] {
    var seen: Set<String> = []
    var services: [Service] = []
    let webhooks = document.webhooks.flatMap(\.value.operations)
    var waiting = ((document.operations + webhooks).filter { selection.includes($0) })[...]
    while let operation = waiting.popFirst() {
      for entry in operation.callbacks where seen.insert(entry.value.pointer).inserted {
        let shared = document.components.callbacks.first { $0.value.pointer == entry.value.pointer }
        let owner = operation.operationID ?? operation.summary ?? ""
        let name = shared?.key ?? "\(owner) \(entry.key)"
        let requests = zip(Self.names(of: entry.value, called: entry.key), entry.value.pathItems)
        let received = requests.flatMap { Self.received($1.operations, as: $0) }
        guard !received.isEmpty else { continue }
        waiting += entry.value.pathItems.flatMap(\.operations)
        services.append(
          Service(
            tag: nil, description: nil, role: .callback(name),
            endpoints: received.map { endpoint($0.operation, receivedAs: $0) }))
      }
    }
    return services
  }

  /// What an operation's requests may lead to.
  func callbacks(of operation: Operation) -> [EndpointCallback] {
    operation.callbacks.flatMap { entry in
      zip(Self.names(of: entry.value, called: entry.key), entry.value.pathItems).map { name, item in
        EndpointCallback(name: name, address: Self.expression(of: item))
      }
    }
  }

  /// The names of a callback's addresses.
  private static func names(of callback: Callback, called name: String) -> [String] {
    callback.pathItems.indices.map { $0 == 0 ? name : "\(name)\($0 + 1)" }
  }

  private static func expression(of item: PathItem) -> String {
    if case .callback(let expression) = item.address { expression } else { "" }
  }

  private static func received(_ operations: [Operation], as name: String) -> [ReceivedOperation] {
    operations.map { operation in
      let method = operations.count > 1 ? "\(operation.method.description.lowercased()) " : ""
      return ReceivedOperation(operation: operation, receiver: name, name: method + name)
    }
  }
}

/// An operation and where it is received.
struct ReceivedOperation {
  var operation: Operation
  /// What stands for a path in it; nil if it has one.
  var receiver: String?
  /// What it is called if the document has no name for it.
  var name: String
}
